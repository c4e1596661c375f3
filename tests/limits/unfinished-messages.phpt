--TEST--
websocket_max_unfinished bounds what unfinished messages hold together: 1009 for one too many, until others are complete
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

run_server(limited_server(['websocket_max_unfinished' => '700K']), function (int $port) {
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
    WebSocketClient::open($port)->send($half); // ends in the middle
});
?>
--EXPECT--
a message that is all there: 1000
complete: 409600
complete: 409600
the next one: 409600
1009 "no memory for the message" by error
memory_limit_count: 1
protocol errors: 0
