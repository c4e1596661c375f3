--TEST--
WebSocketServer::run(): which event classes are accepted
--EXTENSIONS--
easyswoole
--SKIPIF--
<?php if (!class_exists("EasySwoole\\WebSocketServer")) die("skip without Swoole\\WebSocket\\Server"); ?>
--FILE--
<?php
use EasySwoole\EasySwoole\AbstractInterface\Event;
use EasySwoole\EasySwoole\Swoole\EventRegister;

class MyServer extends EasySwoole\WebSocketServer
{
    public function start(): bool
    {
        echo "start\n";

        return true;
    }
}

class NoInitialize
{
    public static function mainServerCreate(EventRegister $register)
    {
    }
}

class NotStatic
{
    public static function initialize()
    {
    }

    public function mainServerCreate(EventRegister $register)
    {
    }
}

class Full implements Event
{
    public static function initialize()
    {
        echo static::class, " initialize\n";
    }

    public static function mainServerCreate(EventRegister $register)
    {
        echo static::class, " mainServerCreate\n";
    }
}

class Failing extends Full
{
    public static function initialize()
    {
        throw new Exception('initialize');
    }
}

$server = new MyServer('127.0.0.1', 0);
foreach (['Missing', 'NoInitialize', 'NotStatic', Event::class, 'Failing', new stdClass(), new Full(), 'Full', '\Full'] as $event) {
    try {
        var_dump($server->run($event));
    } catch (Throwable $throwable) {
        echo $throwable::class, ': ', $throwable->getMessage(), "\n";
    }
}

spl_autoload_register(function ($class) {
    if ($class === 'EasySwoole\EasySwoole\EasySwooleEvent') {
        echo "autoload $class\n";
        eval('namespace EasySwoole\EasySwoole; class EasySwooleEvent extends \Full {}');
    }
});
var_dump($server->run());
?>
--EXPECT--
ValueError: EasySwoole\WebSocketServer::run(): Argument #1 ($event) must be the name of a class, "Missing" does not exist
ValueError: EasySwoole\WebSocketServer::run(): Argument #1 ($event) must be a class with a public static method initialize(), which NoInitialize does not have
ValueError: EasySwoole\WebSocketServer::run(): Argument #1 ($event) must be a class with a public static method mainServerCreate(), which NotStatic does not have
ValueError: EasySwoole\WebSocketServer::run(): Argument #1 ($event) must be a class with a public static method initialize(), which EasySwoole\EasySwoole\AbstractInterface\Event does not have
Exception: initialize
TypeError: EasySwoole\WebSocketServer::run(): Argument #1 ($event) must be of type EasySwoole\EasySwoole\AbstractInterface\Event|string|null, stdClass given
Full initialize
Full mainServerCreate
start
bool(true)
Full initialize
Full mainServerCreate
start
bool(true)
Full initialize
Full mainServerCreate
start
bool(true)
autoload EasySwoole\EasySwoole\EasySwooleEvent
EasySwoole\EasySwoole\EasySwooleEvent initialize
EasySwoole\EasySwoole\EasySwooleEvent mainServerCreate
start
bool(true)
