--TEST--
Frames can be cloned, serialized, extended, and their properties can be unset
--FILE--
<?php
class Note extends Swoole\WebSocket\Frame
{
    public $data = 'note';
}

$frame = new Swoole\WebSocket\Frame();
$frame->data = 'x';
$copy = clone $frame;
$copy->data = 'y';
echo $frame->data, $copy->data, unserialize(serialize($frame))->data, "\n";
unset($copy->finish);
var_dump(isset($copy->finish), property_exists($copy, 'finish'));
echo bin2hex(new Note()), "\n";
var_dump(new swoole_websocket_frame() instanceof Swoole\WebSocket\Frame, new Swoole\Websocket\CloseFrame() instanceof swoole_websocket_closeframe);
--EXPECT--
xyx
bool(false)
bool(true)
81046e6f7465
bool(true)
bool(true)
