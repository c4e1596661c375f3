--TEST--
Close frames: code and reason of a CloseFrame; a string is the reason with code 1000
--FILE--
<?php
use Swoole\WebSocket\CloseFrame;
use Swoole\WebSocket\Server;

$frame = new CloseFrame();
echo bin2hex($frame), "\n";
$frame->code = 4001;
$frame->reason = 'bye';
$frame->data = 'not this';
echo bin2hex(Server::pack($frame, 1, 0)), "\n";
echo bin2hex(Server::pack('bye', WEBSOCKET_OPCODE_CLOSE)), "\n";
echo bin2hex(Server::pack('', WEBSOCKET_OPCODE_CLOSE)), "\n";
$frame->reason = str_repeat('r', 123);
var_dump(strlen($frame));
$frame->reason = str_repeat('r', 126); // 125 bytes is what Swoole allows, 123 is what fits
var_dump((string) $frame, swoole_last_error());
$frame->reason = str_repeat('r', 122) . 'ä';
$cut = Server::unpack((string) $frame);
var_dump($cut->reason === str_repeat('r', 122));
--EXPECT--
880203e8
88050fa1627965
880503e8627965
880203e8
int(127)
string(0) ""
int(8505)
bool(true)
