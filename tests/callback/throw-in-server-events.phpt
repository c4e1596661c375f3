--TEST--
Exceptions in start, workerStart, beforeShutdown, workerStop and shutdown are reported; the server lives its whole life
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
foreach (['start', 'workerStart', 'beforeShutdown', 'workerStop', 'shutdown'] as $event) {
    $server->on($event, fn () => throw new LogicException($event));
}
$output = run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('alive');
    echo $c->readMessage(), "\n";
}, ['print' => false]);
preg_match_all('~Uncaught LogicException: (\w+) ~', $output, $found);
echo implode(', ', $found[1]), "\n";
--EXPECT--
alive
start, workerStart, beforeShutdown, workerStop, shutdown
