--TEST--
unpack() of a close frame: a CloseFrame with code and reason, data stays empty
--FILE--
<?php
require __DIR__ . '/../inc/websocket_client.inc';

use Swoole\WebSocket\Server;

$payloads = ['', "\x03\xe8", "\x0f\xa1bye", "\x03"];
foreach ($payloads as $payload) {
    foreach ([false, true] as $mask) {
        $frame = Server::unpack(WebSocketClient::frame(8, $payload, mask: $mask));
        echo get_class($frame), ' ', json_encode($frame), "\n";
    }
}
--EXPECT--
Swoole\WebSocket\CloseFrame {"fd":0,"data":"","opcode":8,"flags":1,"finish":true,"code":1000,"reason":""}
Swoole\WebSocket\CloseFrame {"fd":0,"data":"","opcode":8,"flags":33,"finish":true,"code":1000,"reason":""}
Swoole\WebSocket\CloseFrame {"fd":0,"data":"","opcode":8,"flags":1,"finish":true,"code":1000,"reason":""}
Swoole\WebSocket\CloseFrame {"fd":0,"data":"","opcode":8,"flags":33,"finish":true,"code":1000,"reason":""}
Swoole\WebSocket\CloseFrame {"fd":0,"data":"","opcode":8,"flags":1,"finish":true,"code":4001,"reason":"bye"}
Swoole\WebSocket\CloseFrame {"fd":0,"data":"","opcode":8,"flags":33,"finish":true,"code":4001,"reason":"bye"}
Swoole\WebSocket\CloseFrame {"fd":0,"data":"","opcode":8,"flags":1,"finish":true,"code":1000,"reason":""}
Swoole\WebSocket\CloseFrame {"fd":0,"data":"","opcode":8,"flags":33,"finish":true,"code":1000,"reason":""}
