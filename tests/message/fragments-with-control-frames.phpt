--TEST--
Pings between fragments are answered at once, in every split of the bytes
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $bytes = WebSocketClient::frame(1, 'He', fin: false, mask: 'abcd') . WebSocketClient::frame(9, 'ping', mask: 'efgh')
        . WebSocketClient::frame(0, 'll', fin: false, mask: 'ijkl') . WebSocketClient::frame(10, 'unasked', mask: 'mnop')
        . WebSocketClient::frame(0, 'o', mask: 'qrst');
    $c = WebSocketClient::open($port);
    for ($cut = 1; $cut < strlen($bytes); $cut++) {
        $c->send(substr($bytes, 0, $cut));
        if ($cut >= 19) { // the ping is complete: its pong comes before the rest is there
            $pong = (string) $c->readFrame();
        }
        $c->send(substr($bytes, $cut));
        $pong = $cut >= 19 ? $pong : (string) $c->readFrame();
        $text = (string) $c->readFrame();
        echo $pong === 'pong "ping"' && $text === 'text "Hello"' ? '' : "cut $cut: $pong, $text\n";
    }
    $c->sendSlowly($bytes);
    echo $c->readFrame(), ', ', $c->readFrame(), "\n";
}, ['print' => false]);
--EXPECT--
pong "ping", text "Hello"
