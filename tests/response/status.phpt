--TEST--
status() sets code and reason: standard phrases, own ones, "Unknown Status" for others, 0 means 200
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$cases = [[404], [299], [200, 'Fine'], [0], [599], [418, "a\r\nb"], [500, '']];
$server = http_server(function ($request, $response) use ($cases) {
    static $n = 0;
    $response->status(...$cases[$n++]);
    $response->end();
});
run_server($server, function (int $port) use ($cases) {
    $client = new WebSocketClient($port);
    foreach ($cases as $_) {
        echo $client->request('GET', '/'), "\n";
    }
});
?>
--EXPECT--
404 Not Found
299 Unknown Status
200 Fine
200 OK
599 Unknown Status
418 a  b
500 Internal Server Error
