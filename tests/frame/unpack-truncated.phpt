--TEST--
unpack() of a frame that is not all there is false with last error 508, wherever it ends
--FILE--
<?php
require __DIR__ . '/../inc/websocket_client.inc';

use Swoole\WebSocket\Server;

$wrong = 0;
foreach ([0, 5, 125, 126, 300, 65535, 65536] as $length) {
    foreach ([false, true] as $mask) {
        $bytes = WebSocketClient::frame(1, str_repeat('x', $length), mask: $mask);
        $whole = strlen($bytes);
        $ends = array_merge(range(0, min($whole - 1, 20)), [$whole - 1]);
        foreach ($ends as $end) {
            $wrong += Server::unpack(substr($bytes, 0, $end)) !== false || swoole_last_error() !== 508;
        }
        $wrong += strlen(Server::unpack($bytes)->data) !== $length;
    }
}
var_dump($wrong);
var_dump(Server::unpack("\x81\x7f\xff\xff\xff\xff\xff\xff\xff\xff" . 'claims 2^64 - 1 bytes'));
var_dump(Server::unpack("\x81\xff\xff\xff\xff\xff\xff\xff\xff\xff" . 'and so does this one'));
--EXPECT--
int(0)
bool(false)
bool(false)
