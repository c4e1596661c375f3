--TEST--
WebSocketServer::run(): the order of the boot
--EXTENSIONS--
easyswoole
--SKIPIF--
<?php if (!class_exists("EasySwoole\\WebSocketServer")) die("skip without Swoole\\WebSocket\\Server"); ?>
--FILE--
<?php
use EasySwoole\EasySwoole\ServerManager;
use EasySwoole\EasySwoole\Swoole\EventRegister;
use EasySwoole\WebSocketServer;

class MyServer extends WebSocketServer
{
    public static $answer = true;

    public function set(...$arguments): bool
    {
        echo 'set ', json_encode($arguments[0]), "\n";

        return parent::set(...$arguments);
    }

    public function on(...$arguments): bool
    {
        echo "on $arguments[0]\n";

        return parent::on(...$arguments);
    }

    public function start(): bool
    {
        echo 'start, isStart ', json_encode(ServerManager::getInstance()->isStart()), "\n";

        return self::$answer;
    }
}

class App
{
    public static function initialize()
    {
        echo 'initialize, server ', get_class(ServerManager::getInstance()->getSwooleServer()), "\n";
    }

    public static function mainServerCreate(EventRegister $register): void
    {
        echo "mainServerCreate\n";
        $register->set(EventRegister::onMessage, function () {});
        $register->add(EventRegister::onClose, function () {});
    }
}

$server = new MyServer('127.0.0.1', 0, ['worker_num' => 1]);
var_dump(ServerManager::getInstance()->getSwooleServer() === $server);
var_dump($server->getEventRegister() === ServerManager::getInstance()->getEventRegister());
var_dump($server->run(App::class));
MyServer::$answer = false;
$server->getEventRegister()->clear();
var_dump($server->run());
?>
--EXPECT--
set {"worker_num":1}
bool(true)
bool(true)
initialize, server MyServer
mainServerCreate
on message
on close
start, isStart true
bool(true)
start, isStart true
bool(false)
