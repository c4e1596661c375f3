--TEST--
pack(): opcode and FIN from the arguments; true is FIN, false and 0 are none, null is the default
--FILE--
<?php
use Swoole\WebSocket\Server;

$calls = [[], [2], [0, 1], [1, 0], [1, true], [1, false], [1, null], [2, false], [0, false], [9], [10], [9, false], [1, 0xff]];
foreach ($calls as $arguments) {
    echo str_pad(json_encode($arguments), 10), bin2hex(Server::pack('a', ...$arguments)), "\n";
}
--EXPECT--
[]        810161
[2]       820161
[0,1]     800161
[1,0]     010161
[1,true]  810161
[1,false] 010161
[1,null]  810161
[2,false] 020161
[0,false] 000161
[9]       890161
[10]      8a0161
[9,false] 890161
[1,255]   c1034a0400
