--TEST--
A response that is kept ends when the last reference goes, not when the callback returns
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    static $kept;
    if ($kept) {
        $response->end('released');
        $kept = null;
        echo "gone\n";
    } else {
        $kept = $response;
    }
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send(WebSocketClient::httpRequest('GET', '/'));
    $other = new WebSocketClient($port);
    $client->expectSilence(0.05);
    echo $other->request('GET', '/'), "\n", $client->readResponse(), "\n";
});
?>
--EXPECT--
200 OK "released"
500 Internal Server Error
gone
