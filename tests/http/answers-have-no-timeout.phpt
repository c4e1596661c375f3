--TEST--
handshake_timeout is for requests only: a late response and an idle keep-alive connection are not cut off
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    static $late;
    if ($request->server['request_uri'] === '/late') {
        $late = $response;
    } else {
        $response->end();
        $late?->end('late');
    }
}, ['handshake_timeout' => 0.1 * time_factor()]);
run_server($server, function (int $port) {
    $idle = new WebSocketClient($port);
    $idle->request('GET', '/');
    $late = new WebSocketClient($port);
    $late->send(WebSocketClient::httpRequest('GET', '/late'));
    (new WebSocketClient($port))->expectEof(); // a connection that sends nothing: its time is up, and so would be theirs
    (new WebSocketClient($port))->expectEof();
    $idle->request('GET', '/');
    echo $late->readResponse(), "\n";
});
?>
--EXPECT--
200 OK "late"
