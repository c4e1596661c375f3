--TEST--
What ends a connection: RSV1 in the wrong place 1002, broken data and bad UTF-8 1007
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

$stored = fn (string $text) => "\0" . pack('vv', strlen($text), ~strlen($text)) . $text . "\0";
$f = WebSocketClient::frame(...);
$cases = [
    'RSV1 on a continuation' => $f(1, $stored('x'), false, rsv: 4) . $f(0, '', rsv: 4),
    'RSV1 on a ping' => $f(9, 'ping', rsv: 4),
    'RSV2' => $f(1, 'x', rsv: 2),
    'RSV1 and RSV3' => $f(1, 'x', rsv: 5),
    'a new message inside a compressed one' => $f(1, $stored('x'), false, rsv: 4) . $f(1, $stored('x'), rsv: 4),
    'garbage' => $f(1, "\xff\xff\xff", rsv: 4),
    'cut short' => $f(1, substr($stored('hello'), 0, 8), rsv: 4),
    'text that is not UTF-8, before the frame has come' => substr($f(1, $stored("\xc3(" . str_repeat('x', 1000)), rsv: 4), 0, 30),
    'text that ends in a character' => $f(1, $stored("\xc3"), rsv: 4),
];
run_server(echo_server(), function (int $port) use ($cases) {
    foreach ($cases as $name => $bytes) {
        $c = new DeflateClient($port);
        $c->client->send($bytes);
        $frame = $c->client->readFrame();
        echo "$name: $frame\n";
        $c->client->expectEof();
    }
    $c = new DeflateClient($port);
    $c->send('still there');
    echo $c->read(), "\n";
    $c->leave();
});
?>
--EXPECT--
RSV1 on a continuation: close 1002 "reserved bits are set"
RSV1 on a ping: close 1002 "reserved bits are set"
RSV2: close 1002 "reserved bits are set"
RSV1 and RSV3: close 1002 "reserved bits are set"
a new message inside a compressed one: close 1002 "new message inside a message"
garbage: close 1007 "compressed data is broken"
cut short: close 1007 "compressed data is broken"
text that is not UTF-8, before the frame has come: close 1007 "text is not UTF-8"
text that ends in a character: close 1007 "text ends inside a character"
still there
