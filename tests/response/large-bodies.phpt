--TEST--
Bodies of many megabytes arrive complete, in one piece and in chunks
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    $body = str_repeat(implode(range(0, 9)), 1000000);
    if ($request->server['request_uri'] === '/chunks') {
        foreach (str_split($body, 2500000) as $piece) {
            var_dump($response->write($piece));
        }
        $response->end();
    } else {
        var_dump($response->end($body));
    }
}, ['socket_buffer_size' => 32 << 20]);
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    foreach (['/', '/chunks'] as $path) {
        $body = $client->request('GET', $path)->body;
        var_dump(strlen($body), $body === str_repeat('0123456789', 1000000));
    }
});
?>
--EXPECT--
int(10000000)
bool(true)
int(10000000)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
