--TEST--
pack(): a Frame brings its own opcode, flags and data; the other arguments do not count
--FILE--
<?php
use Swoole\WebSocket\Frame;
use Swoole\WebSocket\Server;

function frame(array $properties): Frame
{
    $frame = new Frame();
    foreach ($properties as $name => $value) {
        $frame->$name = $value;
    }
    return $frame;
}

$frames = [
    [],
    ['data' => 'a', 'opcode' => 2],
    ['data' => 'a', 'flags' => 0],
    ['data' => 'a', 'flags' => 33],                      // as received: never masked again
    ['data' => 'a', 'flags' => 0, 'finish' => true],     // finish decides
    ['data' => 'a', 'flags' => 1, 'finish' => false],
    ['data' => 'a', 'opcode' => 9, 'finish' => false],   // control frames are never fragmented
    ['data' => 'a', 'opcode' => 11],
    ['data' => 12, 'opcode' => '2', 'flags' => '1'],
    ['data' => null],
];
foreach ($frames as $properties) {
    $frame = frame($properties);
    $bytes = Server::pack($frame, 10, 0);
    echo json_encode($properties), ' ', bin2hex($bytes), (string) $frame === $bytes ? '' : ' but __toString differs', "\n";
}
$frame = new Frame();
unset($frame->data, $frame->opcode, $frame->flags, $frame->finish);
echo bin2hex(Server::pack($frame)), "\n";
$data = 'shared';
$frame = new Frame();
$frame->data = &$data;
echo bin2hex(Frame::pack($frame)), "\n";
--EXPECT--
[] 8100
{"data":"a","opcode":2} 820161
{"data":"a","flags":0} 010161
{"data":"a","flags":33} 810161
{"data":"a","flags":0,"finish":true} 810161
{"data":"a","flags":1,"finish":false} 010161
{"data":"a","opcode":9,"finish":false} 890161
{"data":"a","opcode":11} 
{"data":12,"opcode":"2","flags":"1"} 82023132
{"data":null} 8100
0000
8106736861726564
