--TEST--
After end() every method returns false with last error 7106, and no warning
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

respond(function ($request, $response) {
    var_dump($response->isWritable(), $response->end('first'), $response->isWritable());
    $calls = ['end' => [], 'write' => ['x'], 'header' => ['a', 'b'], 'setHeader' => ['a', 'b'], 'status' => [404], 'setStatusCode' => [404],
        'cookie' => ['a'], 'setCookie' => ['a'], 'rawcookie' => ['a'], 'setRawCookie' => ['a'], 'redirect' => ['/'], 'isWritable' => []];
    foreach ($calls as $method => $arguments) {
        swoole_clear_error();
        echo $method, ' ', json_encode($response->$method(...$arguments)), ' ', swoole_last_error(), "\n";
    }
});
?>
--EXPECTF--
HTTP/1.1 200 OK
%A
first
bool(true)
bool(true)
bool(false)
end false 7106
write false 7106
header false 7106
setHeader false 7106
status false 7106
setStatusCode false 7106
cookie false 7106
setCookie false 7106
rawcookie false 7106
setRawCookie false 7106
redirect false 7106
isWritable false 7106
