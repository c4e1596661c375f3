--TEST--
package_max_length and websocket_max_fragments bound a message: 1009, each counted on its own
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

run_server(limited_server(['package_max_length' => 65536, 'websocket_max_fragments' => 3]), function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text(str_repeat('x', 65536));
    echo strlen($c->readMessage()), "\n";
    $c->text(str_repeat('x', 65537));
    $c->expectClose(1009, 'message is too big');

    $c = WebSocketClient::open($port);
    $c->sendFrame(1, str_repeat('x', 40000), false);
    $c->sendFrame(0, str_repeat('x', 40000), true);
    $c->expectClose(1009, 'message is too big');

    $c = WebSocketClient::open($port);
    foreach ([1, 0, 0, 0] as $opcode) {
        $c->sendFrame($opcode, 'x', false);
    }
    $c->expectClose(1009, 'too many fragments');
});
?>
--EXPECT--
65536
1009 "message is too big" by error
1009 "message is too big" by error
1009 "too many fragments" by error
message_limit_count: 2
fragment_limit_count: 1
protocol errors: 0
