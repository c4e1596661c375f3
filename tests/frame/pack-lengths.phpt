--TEST--
pack() writes the shortest of the three length forms, unmasked
--FILE--
<?php
use Swoole\WebSocket\Server;

foreach ([0, 1, 125, 126, 65535, 65536] as $length) {
    $bytes = Server::pack(str_repeat('x', $length));
    $head = strlen($bytes) - $length;
    echo str_pad($length, 6), bin2hex(substr($bytes, 0, $head)), "\n";
}
--EXPECT--
0     8100
1     8101
125   817d
126   817e007e
65535 817effff
65536 817f0000000000010000
