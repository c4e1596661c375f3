--TEST--
receive_memory_limit bounds what unfinished messages and bodies hold together: 1009 or 503 for one too many, until others are complete
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

run_server(limited_server(['receive_memory_limit' => '700K']), function (int $port) {
    $frame = WebSocketClient::frame(2, str_repeat('x', 400 << 10));
    $half = substr($frame, 0, 200 << 10);
    $rest = substr($frame, 200 << 10);
    $clients = [WebSocketClient::open($port), WebSocketClient::open($port)];
    foreach ($clients as $c) {
        $c->send($half); // holds 256 KiB
    }
    $third = WebSocketClient::open($port); // the answer says that a turn is over which found the others' bytes
    $third->send($half);
    $third->expectClose(1009, 'no memory for the message');
    foreach (['Content-Length: 409600' => str_repeat('b', 200 << 10), 'Transfer-Encoding: chunked' => "32000\r\n" . str_repeat('b', 200 << 10)] as $field => $body) {
        $poster = new WebSocketClient($port);
        $poster->send("POST / HTTP/1.1\r\nHost: h\r\n$field\r\n\r\n$body");
        echo 'a body: ', $poster->readResponse()->status, "\n";
    }

    $whole = WebSocketClient::open($port);
    $whole->text(str_repeat('y', 1000));
    echo 'a message that is all there: ', strlen($whole->readMessage()), "\n";

    foreach ($clients as $c) {
        $c->send($rest);
        echo 'complete: ', strlen($c->readMessage()), "\n";
    }
    $whole->send($half);
    $whole->send($rest);
    echo 'the next one: ', strlen($whole->readMessage()), "\n";
    $poster = new WebSocketClient($port);
    $poster->send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 409600\r\n\r\n" . str_repeat('b', 400 << 10));
    echo 'a body: ', $poster->readResponse()->body;
    // These end in the middle.
    WebSocketClient::open($port)->send($half);
    (new WebSocketClient($port))->send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 409600\r\n\r\n" . str_repeat('b', 100 << 10));
});
?>
--EXPECT--
a body: 503
a body: 503
a message that is all there: 1000
complete: 409600
complete: 409600
the next one: 409600
a body: 409600
1009 "no memory for the message" by error
0 "no memory for the body" by error
0 "no memory for the body" by error
memory_limit_count: 3
protocol errors: 0
