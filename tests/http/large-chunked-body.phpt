--TEST--
A chunked body may be as large as package_max_length, and not larger
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(fn ($request, $response) => $response->end(md5($request->rawContent())), ['package_max_length' => 1 << 20]);
run_server($server, function (int $port) {
    $body = random_bytes(1 << 20);
    $head = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    $chunks = '';
    foreach (str_split($body, 70001) as $piece) {
        $chunks .= dechex(strlen($piece)) . "\r\n$piece\r\n";
    }
    $client = new WebSocketClient($port);
    $client->send("$head{$chunks}0\r\n\r\n");
    var_dump($client->readResponse()->body === md5($body));
    $client->send("$head{$chunks}1\r\n");
    echo $client->readResponse()->status, "\n";
    $client->expectEof();
});
?>
--EXPECT--
bool(true)
413
