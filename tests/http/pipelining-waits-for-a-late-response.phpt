--TEST--
Requests behind one that is answered later wait for it
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    static $late;
    echo $request->server['request_uri'], "\n";
    if ($request->server['request_uri'] === '/late') {
        $late = $response;
    } elseif ($request->server['request_uri'] === '/release') {
        $response->end('released');
        $late->end('late');
    } else {
        $response->end('next');
    }
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send("GET /late HTTP/1.1\r\nHost: h\r\n\r\nGET /next HTTP/1.1\r\nHost: h\r\n\r\n");
    $client->send("GET /next HTTP/1.1\r\nHost: h\r\n\r\n");
    $other = new WebSocketClient($port);
    echo $other->request('GET', '/'), "\n"; // a round trip: the first three are there by now
    $client->expectSilence(0.05);
    echo $other->request('GET', '/release'), "\n";
    echo $client->readResponse(), "\n", $client->readResponse(), "\n", $client->readResponse(), "\n";
});
?>
--EXPECT--
200 OK "next"
200 OK "released"
200 OK "late"
200 OK "next"
200 OK "next"
/late
/
/release
/next
/next
