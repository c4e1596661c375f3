--TEST--
pack() and unpack() are each other's inverse for all opcodes, both FIN values and random payloads
--FILE--
<?php
use Swoole\WebSocket\Frame;

mt_srand(6455);
$wrong = 0;
foreach ([0, 1, 2, 9, 10] as $opcode) {
    foreach ([true, false] as $finish) {
        for ($i = 0; $i < 20; $i++) {
            $data = substr(random_bytes($opcode > 8 ? 125 : 70000), mt_rand(0, $opcode > 8 ? 125 : 70000));
            $frame = Frame::unpack(Frame::pack($data, $opcode, $finish));
            $expected = $finish || $opcode > 8; // control frames are always whole
            $wrong += $frame->data !== $data || $frame->opcode !== $opcode || $frame->finish !== $expected;
            $wrong += (string) $frame !== Frame::pack($data, $opcode, $finish);
        }
    }
}
var_dump($wrong);
--EXPECT--
int(0)
