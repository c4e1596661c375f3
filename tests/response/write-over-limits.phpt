--TEST--
write() returns false over output_buffer_size (1203) and over socket_buffer_size (1009), and the response goes on
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$server = http_server(function ($request, $response) use ($theirs) {
    var_dump($response->write(str_repeat('x', (4 << 20) + 1)), swoole_last_error());
    $sent = 0;
    while ($response->write(str_repeat('x', 1 << 16))) {
        $sent += 1 << 16;
    }
    var_dump(swoole_last_error());
    $response->end();
    fwrite($theirs, "$sent\n");
}, ['output_buffer_size' => 4 << 20, 'socket_buffer_size' => 1 << 20]);
run_server($server, function (int $port) use ($ours) {
    $client = new WebSocketClient($port);
    $client->send(WebSocketClient::httpRequest('GET', '/'));
    $sent = (int) fgets($ours); // nobody reads before the queue is full
    var_dump(strlen($client->readResponse()->body) === $sent);
});
?>
--EXPECT--
bool(true)
bool(false)
int(1203)
int(1009)
