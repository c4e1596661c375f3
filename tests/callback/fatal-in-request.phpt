--TEST--
A fatal error in onRequest ends the process with status 255 and cuts the connections off
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
$server->on('request', fn () => trigger_error('fatal', E_USER_ERROR));
run_server($server, function (int $port) {
    $c = new WebSocketClient($port);
    $c->send(WebSocketClient::httpRequest('GET', '/'));
    try {
        $c->readAll();
    } catch (ClientError $e) {
        echo $e->getMessage(), "\n";
    }
}, ['signal' => null, 'exit' => 255, 'start' => function ($server) {
    $server->start();
    echo "never\n";
}]);
--EXPECTF--
Fatal error: fatal in %s on line %d
