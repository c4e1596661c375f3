--TEST--
websocket_rate_limit: messages and pings over it close the connection with 1008; bursts and other connections are free
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

run_server(limited_server(['websocket_rate_limit' => 1, 'websocket_rate_burst' => 10]), function (int $port) {
    $other = WebSocketClient::open($port);
    $c = WebSocketClient::open($port);
    for ($i = 0; $i < 9; $i++) {
        $c->text((string) $i);
        $c->readMessage() === (string) $i || print("lost\n");
    }
    $c->ping('p');
    echo $c->readFrame(), "\n";
    for ($i = 0; $i < 10; $i++) { // some seconds may have passed, but not ten
        $c->text('more');
    }
    do {
        $frame = $c->readFrame();
    } while ($frame->opcode !== 8);
    echo $frame, "\n";
    $other->text('x');
    echo $other->readFrame(), "\n";

    // A close frame is never one too many.
    $c = WebSocketClient::open($port);
    for ($i = 0; $i < 10; $i++) {
        $c->text('x');
    }
    $c->close(1000, 'bye');
    for ($i = 0; $i < 10; $i++) {
        $c->readFrame();
    }
    $c->expectClose(1000, 'bye');
});
?>
--EXPECT--
pong "p"
close 1008 "too many messages"
text "x"
1008 "too many messages" by error
message_rate_count: 1
protocol errors: 0
