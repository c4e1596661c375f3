--TEST--
The same message to many clients, of different windows, with and without compression; long ones, and ones that do not shrink
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

$server = echo_server();
$server->on('message', function ($server, $frame) {
    foreach ($server->connections as $fd) {
        $server->push($fd, $frame->data, $frame->opcode);
    }
});
run_server($server, function (int $port) {
    $clients = [];
    foreach (['permessage-deflate', 'permessage-deflate; server_max_window_bits=9', 'none', 'permessage-deflate', 'permessage-deflate; server_max_window_bits=9'] as $offer) {
        $clients[] = new DeflateClient($port, $offer);
    }
    $line = str_repeat('0123456789', 20);
    $noise = random_bytes(3000);
    $wide = implode(array_map(fn ($i) => hash('sha256', (string) $i), range(1, 20))); // 1280 bytes, which 512 do not show
    $messages = [
        'a line' => $line,
        'the same line' => $line,
        'another one of its length' => strrev($line),
        'noise' => $noise,
        'the same noise' => $noise,
        'what needs a window' => $wide . $wide,
        'up to 64 KiB' => substr(str_repeat($wide, 100), 0, 65536),
        'and more' => str_repeat($wide, 60),
        'the same' => str_repeat($wide, 60),
        'much more' => str_repeat(base64_encode(random_bytes(300000)), 2),
    ];
    foreach ($messages as $name => $message) {
        $clients[0]->client->binary($message);
        $out = [];
        foreach ($clients as $c) {
            $out[] = $c->read($how) === $message ? $how : 'OTHER';
        }
        echo "$name: ", implode(' ', $out), "\n";
    }
    foreach ($clients as $c) {
        $c->leave();
    }
});
?>
--EXPECT--
a line: packed packed plain packed packed
the same line: packed packed plain packed packed
another one of its length: packed packed plain packed packed
noise: plain plain plain plain plain
the same noise: plain plain plain plain plain
what needs a window: packed packed plain packed packed
up to 64 KiB: packed packed plain packed packed
and more: packed packed plain packed packed
the same: packed packed plain packed packed
much more: packed packed plain packed packed
