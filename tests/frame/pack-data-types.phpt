--TEST--
pack() takes scalars, null and objects with __toString as data; others are errors
--FILE--
<?php
use Swoole\WebSocket\Server;

class Text
{
    public function __toString(): string
    {
        return 'text';
    }
}

foreach ([12, 1.5, true, false, null, new Text()] as $data) {
    echo bin2hex(Server::pack($data)), "\n";
}
try {
    Server::pack(new stdClass());
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
echo bin2hex(Server::pack(['a'])), "\n";
$text = 'by reference';
$reference = &$text;
echo Server::unpack(Server::pack($reference))->data, "\n";
--EXPECTF--
81023132
8103312e35
810131
8100
8100
810474657874
Object of class stdClass could not be converted to string

Warning: Array to string conversion in %s on line %d
81054172726179
by reference
