--TEST--
A compressed message in fragments, with control frames between them, byte by byte
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

run_server(echo_server(), function (int $port) {
    $c = new DeflateClient($port);
    $text = str_repeat('Ünïcödé 你好 ', 50);
    $packed = $c->pack($text);
    $frames = '';
    foreach (str_split($packed, 7) as $i => $piece) {
        $frames .= WebSocketClient::frame($i ? 0 : 1, $piece, fin: false, rsv: $i ? 0 : 4) . WebSocketClient::frame(9, "ping $i");
    }
    $frames .= WebSocketClient::frame(0, '');
    $c->client->sendSlowly($frames);
    for ($i = 0; $i < count(str_split($packed, 7)); $i++) {
        $frame = $c->client->readFrame();
        echo "$frame" === "pong \"ping $i\"" ? '' : "$frame\n";
    }
    var_dump($c->read() === $text);
    $c->leave();
});
?>
--EXPECT--
bool(true)
