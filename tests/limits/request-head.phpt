--TEST--
http_max_head_size, http_max_headers: 431, 414 for the target, each counted on its own
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

run_server(limited_server(['http_max_head_size' => 20000, 'http_max_headers' => 10]), function (int $port) {
    $ask = function (string $request) use ($port) {
        $client = new WebSocketClient($port);
        $client->send($request);
        return $client->readResponse()->status;
    };
    $head = fn (int $fields, int $size) => "GET / HTTP/1.1\r\nHost: h\r\n" . str_repeat("X: y\r\n", $fields - 2) . 'Y: ' . str_repeat('y', $size) . "\r\n\r\n";
    echo $ask($head(10, 1)), ' ', $ask($head(11, 1)), "\n";
    $left = 20000 - strlen($head(2, 0));
    echo $ask($head(2, $left)), ' ', $ask($head(2, $left + 1)), "\n";
    echo $ask('GET /' . str_repeat('a', 16384) . " HTTP/1.1\r\n"), "\n";
});
?>
--EXPECT--
200 431
200 431
414
0 "too many fields" by error
0 "fields are too large" by error
0 "target is too long" by error
head_limit_count: 1
target_limit_count: 1
field_limit_count: 1
protocol errors: 0
