--TEST--
Servers, ports, requests, responses and iterators cannot be cloned or serialized; properties of servers and ports cannot be unset
--FILE--
<?php
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
foreach ([$server, $server->ports[0], $server->connections, new Swoole\Http\Request(), new Swoole\Http\Response()] as $object) {
    foreach ([fn () => clone $object, fn () => serialize($object)] as $try) {
        try {
            $try();
            echo "no error\n";
        } catch (Throwable $e) {
            echo get_class($e), ': ', $e->getMessage(), "\n";
        }
    }
}
foreach ([[$server, 'setting'], [$server->ports[0], 'setting']] as [$object, $property]) {
    try {
        unset($object->$property);
        echo "no error\n";
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
foreach (['Swoole\Server\Port', 'Swoole\Connection\Iterator'] as $class) {
    try {
        new $class();
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
Error: Trying to clone an uncloneable object of class Swoole\WebSocket\Server
Exception: Serialization of 'Swoole\WebSocket\Server' is not allowed
Error: Trying to clone an uncloneable object of class Swoole\Server\Port
Exception: Serialization of 'Swoole\Server\Port' is not allowed
Error: Trying to clone an uncloneable object of class Swoole\Connection\Iterator
Exception: Serialization of 'Swoole\Connection\Iterator' is not allowed
Error: Trying to clone an uncloneable object of class Swoole\Http\Request
Exception: Serialization of 'Swoole\Http\Request' is not allowed
Error: Trying to clone an uncloneable object of class Swoole\Http\Response
Exception: Serialization of 'Swoole\Http\Response' is not allowed
Property setting of class Swoole\WebSocket\Server cannot be unset
Property setting of class Swoole\Server\Port cannot be unset
please use the Swoole\Server->listen method
Swoole\Connection\Iterator cannot be made by itself, use Server::$connections
