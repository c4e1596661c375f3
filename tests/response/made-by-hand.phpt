--TEST--
A Response that is not bound to a request refuses everything with last error 7106
--FILE--
<?php
$response = new Swoole\Http\Response();
var_dump($response->fd, $response->header, $response->cookie, $response->socket, $response->trailer);
var_dump($response->header('a', 'b'), $response->end(), $response->isWritable(), swoole_last_error());
?>
--EXPECT--
int(0)
NULL
NULL
NULL
NULL
bool(false)
bool(false)
bool(false)
int(7106)
