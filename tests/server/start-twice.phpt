--TEST--
A server that has stopped cannot be started again: a warning and false
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

run_server(new Swoole\WebSocket\Server('127.0.0.1', 0), function (int $port) {
    $client = WebSocketClient::open($port);
    $client->text('x');
    $client->readAll();
}, ['signal' => null, 'start' => function ($server) {
    $server->set(['max_wait_time' => 0.1]);
    $server->on('message', fn ($server) => $server->shutdown());
    var_dump($server->start(), @$server->start(), error_get_last()['message'], @$server->send(1, 'x'), $server->shutdown());
}]);
?>
--EXPECT--
bool(true)
bool(false)
string(62) "Swoole\Server::start(): server is running, unable to change it"
bool(false)
bool(false)
