--TEST--
on() and set() after start are refused with a warning; the callback stays
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    var_dump($server->on('message', fn () => print("never\n")));
    var_dump($server->set(['package_max_length' => 1]));
    $server->push($frame->fd, $frame->data);
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    foreach (['one', 'two'] as $text) {
        $c->text($text);
        echo $c->readMessage(), "\n";
    }
});
--EXPECTF--
one
two

Warning: Swoole\Server::on(): server is running, unable to change it in %s on line %d
bool(false)

Warning: Swoole\Server::set(): server is running, unable to change it in %s on line %d
bool(false)

Warning: Swoole\Server::on(): server is running, unable to change it in %s on line %d
bool(false)

Warning: Swoole\Server::set(): server is running, unable to change it in %s on line %d
bool(false)
