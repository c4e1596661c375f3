--TEST--
EventHelper: register, registerWithAdd, on
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\EasySwoole\Swoole\EventHelper;
use EasySwoole\EasySwoole\Swoole\EventRegister;

class MyRegister extends EventRegister
{
    public function set($key, $item)
    {
        echo "set $key\n";

        return parent::set($key, $item);
    }
}

$register = new MyRegister();
var_dump(EventHelper::register($register, EventRegister::onOpen, 'strlen'));
EventHelper::registerWithAdd($register, EventRegister::onOpen, 'strtolower');
echo json_encode($register->all()), "\n";

$server = new RecordingServer();
EventHelper::on($server, 'message', 'strlen');
var_dump($server->callbacks);

attempt(fn () => EventHelper::register($register, 'open', 'no_such_function'));
attempt(fn () => EventHelper::on($server, 'open', [$register, 'missing']));
?>
--EXPECT--
set open
NULL
{"open":["strlen","strtolower"]}
array(1) {
  ["message"]=>
  string(6) "strlen"
}
TypeError: EasySwoole\EasySwoole\Swoole\EventHelper::register(): Argument #3 ($callback) must be a valid callback, function "no_such_function" not found or invalid function name
TypeError: EasySwoole\EasySwoole\Swoole\EventHelper::on(): Argument #3 ($callback) must be a valid callback, class MyRegister does not have a method "missing"
