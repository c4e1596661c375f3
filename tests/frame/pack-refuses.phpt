--TEST--
pack() returns "" for an opcode over 10, a negative one, and control frames over 125 bytes
--FILE--
<?php
use Swoole\WebSocket\Server;

foreach ([11, 15, 16, 255, 256, -1] as $opcode) {
    var_dump(Server::pack('a', $opcode), swoole_last_error());
}
var_dump(Server::pack(str_repeat('x', 126), 9), strlen(Server::pack(str_repeat('x', 125), 9)));
var_dump(Server::pack(str_repeat('x', 126), 8), swoole_last_error());
var_dump(strlen(Server::pack('', 10)));
--EXPECT--
string(0) ""
int(8505)
string(0) ""
int(8505)
string(0) ""
int(8505)
string(0) ""
int(8505)
string(0) ""
int(8505)
string(0) ""
int(8505)
string(0) ""
int(127)
string(0) ""
int(8505)
int(2)
