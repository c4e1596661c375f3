--TEST--
What write() sent arrives although the response is ended later, and the connection goes on
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    static $late;
    if ($late) {
        $response->end();
        $late->end();
    } else {
        $late = $response;
        $late->write('early ');
        $late->write('chunks');
    }
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    $client->readUntil("\r\n\r\n");
    echo json_encode($client->readUntil("chunks\r\n")), "\n";
    (new WebSocketClient($port))->request('GET', '/');
    echo json_encode($client->readUntil("0\r\n\r\n")), "\n";
});
?>
--EXPECT--
"6\r\nearly \r\n6\r\nchunks\r\n"
"0\r\n\r\n"
