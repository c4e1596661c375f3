--TEST--
ServerManager::start(): one callable per event, called in the order of registration
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\EasySwoole\ServerManager;
use EasySwoole\EasySwoole\Swoole\EventRegister;

$server = new RecordingServer();
$manager = ServerManager::getInstance();
(new ReflectionProperty(ServerManager::class, 'swooleServer'))->setValue($manager, $server);

$single = function ($text) { echo "single: $text\n"; };
$register = $manager->getEventRegister();
$register->set(EventRegister::onOpen, $single);
$register->add(EventRegister::onMessage, function (...$arguments) { echo 'first: ', json_encode($arguments), "\n"; });
$register->add(EventRegister::onMessage, function () { echo "second\n"; return 'dropped'; });
$register->set(EventRegister::onTask, function () { return 'dropped'; });
$register->set(EventRegister::onReceive, 'no_such_function');
$register->add(EventRegister::onClose, function () { throw new Exception('from the first'); });
$register->add(EventRegister::onClose, function () { echo "never\n"; });
$sub = $manager->addServer('tcp', 0, 1, '127.0.0.1');
$sub->set(EventRegister::onReceive, $single);

var_dump($manager->start(), $manager->isStart());
print_r(array_keys($server->callbacks));
var_dump($server->callbacks['open'] === $single);
var_dump(($server->callbacks['message'])(1, 'two'));
var_dump(($server->callbacks['task'])(1));
attempt(fn () => ($server->callbacks['receive'])());
attempt(fn () => ($server->callbacks['close'])());
var_dump($manager->getSwooleServer('tcp')->getCallback('receive') === $single);

$callbacks = new ReflectionClass($server->callbacks['message']);
var_dump($callbacks->isFinal(), $callbacks->isInstantiable());
?>
--EXPECT--
$server->start()
NULL
bool(true)
Array
(
    [0] => open
    [1] => message
    [2] => task
    [3] => receive
    [4] => close
)
bool(true)
first: [1,"two"]
second
NULL
NULL
TypeError: The callback registered for "receive" cannot be called: function "no_such_function" not found or invalid function name
Exception: from the first
bool(true)
bool(true)
bool(false)
