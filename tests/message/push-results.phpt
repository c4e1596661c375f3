--TEST--
push(): its result, last error and warning for every kind of target
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('request', function ($request, $response) use ($server) {
    var_dump($server->push($request->fd, 'x'), $server->getLastError()); // no WebSocket
    $response->end();
});
$server->on('message', function ($server, $frame) {
    foreach ([999, 0, -1] as $fd) {
        var_dump($server->push($fd, 'x'), $server->getLastError());
    }
    var_dump($server->push($frame->fd, 'x', 11), $server->getLastError());
    var_dump($server->push($frame->fd, str_repeat('r', 126), WEBSOCKET_OPCODE_CLOSE), $server->getLastError());
    var_dump($server->push($frame->fd, str_repeat('p', 126), WEBSOCKET_OPCODE_PING), $server->getLastError());
    var_dump($server->ping($frame->fd, str_repeat('p', 126)), $server->getLastError());
    var_dump($server->push($frame->fd, ''));
});
$server->on('close', fn () => null);
var_dump($server->push(1, 'x'), swoole_last_error()); // not started
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    echo $c->readFrame(), "\n";
    (new WebSocketClient($port))->request('GET', '/');
});
--EXPECTF--
Warning: Swoole\WebSocket\Server::push(): server is not running in %s on line %d
bool(false)
int(503)
text ""

Warning: Swoole\WebSocket\Server::push(): session#999 does not exists in %s on line %d
bool(false)
int(1005)

Warning: Swoole\WebSocket\Server::push(): session#0 does not exists in %s on line %d
bool(false)
int(1005)

Warning: Swoole\WebSocket\Server::push(): session#-1 does not exists in %s on line %d
bool(false)
int(1005)

Warning: Swoole\WebSocket\Server::push(): the maximum value of opcode is 10 in %s on line %d
bool(false)
int(8505)
bool(false)
int(8505)
bool(false)
int(8505)
bool(false)
int(8505)
bool(true)

Warning: Swoole\WebSocket\Server::push(): the connected client of connection[2] is not a websocket client or closed in %s on line %d
bool(false)
int(8503)
