--TEST--
A result without onFinish is a warning in the worker
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(function () {
    $server = new Swoole\WebSocket\Server('127.0.0.1', 0);
    $server->set(['task_worker_num' => 1]);
    $server->on('task', static fn () => 'result');
    $server->on('message', static function ($server, $frame) {
        set_error_handler(static fn ($level, $text) => $server->push($frame->fd, $text));
        $server->task('x');
    });
    return $server;
}, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('go');
    echo $c->readFrame()->payload, "\n";
    leave($c);
});
?>
--EXPECTF--
%Arequire 'onFinish' callback
