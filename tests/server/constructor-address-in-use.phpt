--TEST--
A port that is in use is an exception with the errno: 98
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$taken = stream_socket_server('tcp://127.0.0.1:0');
$port = (int) explode(':', stream_socket_get_name($taken, false))[1];
try {
    new Swoole\WebSocket\Server('127.0.0.1', $port);
} catch (Swoole\Exception $e) {
    var_dump($e->getCode(), $e->getMessage() === "failed to listen server port[127.0.0.1:$port], Error: Address already in use[98]");
}
fclose($taken);
$server = new Swoole\WebSocket\Server('127.0.0.1', $port); // a failure does not count as "the" server
var_dump($server->port === $port);
?>
--EXPECT--
int(98)
bool(true)
bool(true)
