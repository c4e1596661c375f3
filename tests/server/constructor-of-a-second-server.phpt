--TEST--
A second server in the same process is an exception with code -3, even before the first is started
--FILE--
<?php
$first = new Swoole\Server('127.0.0.1', 0);
try {
    new Swoole\WebSocket\Server('127.0.0.1', 0);
} catch (Swoole\Exception $e) {
    echo $e->getCode(), ' ', $e->getMessage(), "\n";
}
?>
--EXPECT--
-3 server is running. unable to create Swoole\WebSocket\Server
