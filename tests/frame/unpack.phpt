--TEST--
unpack(): text, binary, fragments, masked frames, flags and finish
--FILE--
<?php
require __DIR__ . '/../inc/websocket_client.inc';

use Swoole\WebSocket\Frame;
use Swoole\WebSocket\Server;

$frames = [
    'text' => WebSocketClient::frame(1, 'hi', mask: false),
    'empty' => WebSocketClient::frame(1, '', mask: false),
    'binary' => WebSocketClient::frame(2, 'hi', mask: false),
    'first fragment' => WebSocketClient::frame(1, 'hi', fin: false, mask: false),
    'continuation' => WebSocketClient::frame(0, 'hi', mask: false),
    'masked' => WebSocketClient::frame(1, 'hi', mask: 'abcd'),
    'ping' => WebSocketClient::frame(9, 'hi', mask: false),
    'rsv1' => WebSocketClient::frame(1, 'hi', fin: false, mask: false, rsv: 4),
    'rsv2 and 3' => WebSocketClient::frame(1, 'hi', mask: false, rsv: 3),
    'reserved opcode' => WebSocketClient::frame(11, 'hi', mask: false),
    'with a tail' => WebSocketClient::frame(1, 'hi', mask: false) . 'tail',
];
foreach ($frames as $name => $bytes) {
    $frame = Server::unpack($bytes);
    echo str_pad($name, 16), get_class($frame), ' ', json_encode($frame), "\n";
}
foreach ([126, 65535, 65536, 1 << 20] as $length) {
    $data = random_bytes($length);
    $frame = Frame::unpack(WebSocketClient::frame(2, $data, mask: $length % 2 === 0));
    var_dump($frame->data === $data);
}
--EXPECT--
text            Swoole\WebSocket\Frame {"fd":0,"data":"hi","opcode":1,"flags":1,"finish":true}
empty           Swoole\WebSocket\Frame {"fd":0,"data":"","opcode":1,"flags":1,"finish":true}
binary          Swoole\WebSocket\Frame {"fd":0,"data":"hi","opcode":2,"flags":1,"finish":true}
first fragment  Swoole\WebSocket\Frame {"fd":0,"data":"hi","opcode":1,"flags":0,"finish":false}
continuation    Swoole\WebSocket\Frame {"fd":0,"data":"hi","opcode":0,"flags":1,"finish":true}
masked          Swoole\WebSocket\Frame {"fd":0,"data":"hi","opcode":1,"flags":33,"finish":true}
ping            Swoole\WebSocket\Frame {"fd":0,"data":"hi","opcode":9,"flags":1,"finish":true}
rsv1            Swoole\WebSocket\Frame {"fd":0,"data":"hi","opcode":1,"flags":4,"finish":false}
rsv2 and 3      Swoole\WebSocket\Frame {"fd":0,"data":"hi","opcode":1,"flags":25,"finish":true}
reserved opcode Swoole\WebSocket\Frame {"fd":0,"data":"hi","opcode":11,"flags":1,"finish":true}
with a tail     Swoole\WebSocket\Frame {"fd":0,"data":"hi","opcode":1,"flags":1,"finish":true}
bool(true)
bool(true)
bool(true)
bool(true)
