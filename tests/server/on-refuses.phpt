--TEST--
on() with an unknown event or something not callable: a warning and false; the callback before is gone then
--FILE--
<?php
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
var_dump($server->on('onMessage', fn () => 0));
var_dump($server->on('open', fn () => 0), $server->on('open', 'no_such_function'), $server->getCallback('open'));
var_dump($server->on('open', [new ArrayObject(), 'nope']));
var_dump($server->on('open', null));
?>
--EXPECTF--
Warning: Swoole\Server::on(): unknown event types[onMessage] in %s on line %d
bool(false)

Warning: Swoole\Server::on(): function 'no_such_function' is not callable in %s on line %d
bool(true)
bool(false)
NULL

Warning: Swoole\Server::on(): function 'ArrayObject::nope' is not callable in %s on line %d
bool(false)

Warning: Swoole\Server::on(): function '' is not callable in %s on line %d
bool(false)
