--TEST--
getClientInfo() of an open connection has no close_code, close_reason and close_by
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('close', fn () => null);
$server->on('message', function ($server, $frame) {
    $info = $server->getClientInfo($frame->fd);
    var_dump($info['websocket_status'], array_filter(array_keys($info), fn ($key) => str_starts_with($key, 'close_')));
    $server->push($frame->fd, 'x');
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->readMessage();
});
--EXPECTF--
int(3)
array(1) {
  [%d]=>
  string(11) "close_errno"
}
