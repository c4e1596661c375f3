--TEST--
Compressed messages of all sizes come in whole and go out compressed; flags 39
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

$server = echo_server();
$server->on('message', function ($server, $frame) {
    if (strlen($frame->data) === 2000) {
        echo 'opcode ', $frame->opcode, ' flags ', $frame->flags, ' finish ', var_export($frame->finish, true), "\n";
    }
    $server->push($frame->fd, $frame->data, $frame->opcode);
});
run_server($server, function (int $port) {
    $c = new DeflateClient($port);
    echo $c->agreed, "\n";
    foreach ([1, 127, 128, 2000, 8192, 8193, 70000, 1 << 20, 2 << 20] as $size) {
        foreach ([WebSocketClient::TEXT, WebSocketClient::BINARY] as $opcode) {
            $text = substr(str_repeat('a line of text, ' . $size, intdiv($size, 15)) . 'aaaaaaaaaaaaaaaaaaaaa', 0, $size);
            $c->send($text, $opcode);
            echo "$opcode $size: ", $c->read($how) === $text ? 'same' : 'other', ", $how\n";
        }
    }
    foreach (['', "\0", "\2\0"] as $empty) { // the first is what zlib makes of it behind another message
        $c->client->sendFrame(1, $empty, rsv: 4);
        echo 'empty: "', $c->read($how), "\", $how\n";
    }
    $c->client->text('not compressed');
    echo $c->read($how), ", $how\n";
    $c->leave();
});
?>
--EXPECT--
permessage-deflate; server_no_context_takeover; client_no_context_takeover
1 1: same, plain
2 1: same, plain
1 127: same, plain
2 127: same, plain
1 128: same, packed
2 128: same, packed
1 2000: same, packed
2 2000: same, packed
1 8192: same, packed
2 8192: same, packed
1 8193: same, packed
2 8193: same, packed
1 70000: same, packed
2 70000: same, packed
1 1048576: same, packed
2 1048576: same, packed
1 2097152: same, packed
2 2097152: same, packed
empty: "", plain
empty: "", plain
empty: "", plain
not compressed, plain
opcode 1 flags 39 finish true
opcode 2 flags 39 finish true
