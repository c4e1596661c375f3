--TEST--
Frame::pack() compresses with FLAG_COMPRESS, for nobody in particular; unpack() inflates
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

use Swoole\WebSocket\Frame;
use Swoole\WebSocket\Server;

$both = SWOOLE_WEBSOCKET_FLAG_FIN | SWOOLE_WEBSOCKET_FLAG_COMPRESS;
foreach (['a', str_repeat('abc', 5000), random_bytes(70000), str_repeat("\0", 3000000)] as $data) {
    $bytes = Server::pack($data, WEBSOCKET_OPCODE_BINARY, $both);
    $payload = substr($bytes, strlen($bytes) < 128 ? 2 : (strlen($bytes) < 65540 ? 4 : 10));
    $frame = Server::unpack($bytes);
    echo dechex(ord($bytes[0])), ' ', inflate_add(inflate_init(ZLIB_ENCODING_RAW), "$payload\0\0\xff\xff") === $data ? 'same' : 'other',
        ' ', $frame->data === $data ? 'same' : 'other', " opcode $frame->opcode flags $frame->flags\n";
}
$frame = new Frame();
$frame->data = 'aaaaaaaaaa';
$frame->flags = $both;
echo bin2hex("$frame"), "\n";
foreach ([[1, SWOOLE_WEBSOCKET_FLAG_COMPRESS], [0, $both], [9, $both], [8, $both]] as [$opcode, $flags]) {
    echo bin2hex(Server::pack('aaaa', $opcode, $flags)), "\n";
}
echo bin2hex(Server::pack('', 1, $both)), "\n";
var_dump(Server::unpack(WebSocketClient::frame(1, 'no deflate', mask: false, rsv: 4)), swoole_last_error());
?>
--EXPECT--
c2 same same opcode 2 flags 7
c2 same same opcode 2 flags 7
c2 same same opcode 2 flags 7
c2 same same opcode 2 flags 7
c1064a4c84010000
010461616161
800461616161
890461616161
880603e861616161
8100
bool(false)
int(8506)
