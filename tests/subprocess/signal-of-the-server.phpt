--TEST--
Process::signal() in a worker: SIGTERM is the server's, others can be handled
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('workerStart', function ($server) {
    var_dump(Swoole\Process::signal(SIGTERM, fn () => 0));
    var_dump(Swoole\Process::signal(SIGCONT, function () { echo "SIGCONT\n"; }));
});
$server->on('message', function ($server, $frame) {
    Swoole\Process::kill(getmypid(), SIGCONT);
    $server->push($frame->fd, 'sent');
});
run_server($server, function ($port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    echo $c->readFrame(), "\n";
});
?>
--EXPECTF--
text "sent"

Warning: Swoole\Process::signal(): signal [15] processor has been registered by the system in %s on line %d
bool(false)
bool(true)
SIGCONT
