--TEST--
A client that shuts down its side and is answered later still gets its answer
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    static $late;
    if ($late) {
        $response->end('released');
        var_dump($late->end('late'));
    } else {
        $late = $response;
    }
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    $client->shutdown();
    $other = new WebSocketClient($port);
    $client->expectSilence(0.05);
    echo $other->request('GET', '/'), "\n";
    echo $client->readResponse(), "\n";
    $client->expectEof();
});
?>
--EXPECT--
200 OK "released"
200 OK "late"
bool(true)
