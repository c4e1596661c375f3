--TEST--
end() without content, with null and with '' sends Content-Length: 0
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    static $n = 0;
    var_dump(match ($n++) {
        0 => $response->end(),
        1 => $response->end(null),
        2 => $response->end(''),
        3 => $response->end(123),
    });
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    for ($i = 0; $i < 4; $i++) {
        $response = $client->request('GET', '/');
        echo $response, ' ', $response->header('content-length'), "\n";
    }
});
?>
--EXPECT--
200 OK 0
200 OK 0
200 OK 0
200 OK "123" 3
bool(true)
bool(true)
bool(true)
bool(true)
