--TEST--
Inside onClose: getClientInfo works, exists is false, isEstablished true, push false with 1004, close and disconnect false with 1003
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('close', function ($server, $fd) {
    $info = $server->getClientInfo($fd);
    var_dump($info['remote_ip'], $info['server_port'] === $server->port, isset($info['close_code'], $info['close_reason'], $info['close_by']));
    var_dump($server->exists($fd), $server->exist($fd), $server->isEstablished($fd));
    var_dump($server->push($fd, 'x'), $server->getLastError(), $server->send($fd, 'x'), $server->getLastError());
    var_dump($server->close($fd), $server->getLastError(), $server->disconnect($fd), $server->getLastError());
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->close(1000);
    $c->expectClose(1000);
    $c->expectEof();
});
--EXPECT--
string(9) "127.0.0.1"
bool(true)
bool(true)
bool(false)
bool(false)
bool(true)
bool(false)
int(1004)
bool(false)
int(1004)
bool(false)
int(1003)
bool(false)
int(1003)
