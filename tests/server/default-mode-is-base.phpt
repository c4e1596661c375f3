--TEST--
The default mode is SWOOLE_BASE, the default type TCP
--FILE--
<?php
$server = new Swoole\Server('127.0.0.1');
var_dump($server->mode === SWOOLE_BASE, $server->type === SWOOLE_SOCK_TCP, $server->port > 0);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
