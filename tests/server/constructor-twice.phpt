--TEST--
The constructor can only be called once on an object
--FILE--
<?php
class MyServer extends Swoole\Http\Server
{
}
$server = new MyServer('127.0.0.1', 0);
try {
    $server->__construct('127.0.0.1', 0);
} catch (Error $e) {
    echo get_class($e), ': ', $e->getMessage(), "\n";
}
?>
--EXPECT--
Error: Constructor of MyServer can only be called once
