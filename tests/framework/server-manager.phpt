--TEST--
ServerManager: the main server is made by type
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\EasySwoole\ServerManager;
use EasySwoole\EasySwoole\Swoole\EventRegister;

var_dump(EASYSWOOLE_SERVER, EASYSWOOLE_WEB_SERVER, EASYSWOOLE_WEB_SOCKET_SERVER);
$manager = ServerManager::getInstance();
var_dump($manager === ServerManager::getInstance(), $manager->getSwooleServer(), $manager->isStart());
var_dump($manager->getEventRegister() instanceof EventRegister);
var_dump($manager->getMainEventRegister() === $manager->getEventRegister());
var_dump($manager->getEventRegister('nothing'), $manager->getSubServerRegister());

var_dump(@$manager->createSwooleServer(0, 'unknown'));
echo error_get_last()['message'], "\n";
attempt(fn () => $manager->start());
attempt(fn () => $manager->addServer('tcp', 0));

var_dump($manager->createSwooleServer(0, EASYSWOOLE_WEB_SOCKET_SERVER, '127.0.0.1', ['worker_num' => 1], 1, 1));
var_dump(get_class($manager->getSwooleServer()), $manager->getSwooleServer('nothing'), $manager->isStart());
?>
--EXPECT--
int(1)
int(2)
int(3)
bool(true)
NULL
bool(false)
bool(true)
bool(true)
NULL
array(0) {
}
bool(false)
EasySwoole\EasySwoole\ServerManager::createSwooleServer(): unknown server type: unknown
Error: There is no server to start: none was created
Error: A port can only be added after the main server was created
bool(true)
string(23) "Swoole\WebSocket\Server"
NULL
bool(false)
