--TEST--
A body over output_buffer_size is refused: end() returns false with last error 1203, the client gets 500 and is closed
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    var_dump($response->end(str_repeat('x', 100001)), swoole_last_error());
}, ['output_buffer_size' => 100000]);
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    echo $client->request('GET', '/')->status, "\n";
    $client->expectEof();
});
?>
--EXPECT--
500
bool(false)
int(1203)
