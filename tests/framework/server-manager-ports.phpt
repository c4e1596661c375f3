--TEST--
ServerManager: further ports and their registers
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\EasySwoole\ServerManager;

$manager = new ServerManager();
$manager->createSwooleServer(0, EASYSWOOLE_WEB_SOCKET_SERVER, '127.0.0.1');
$register = $manager->addServer('tcp', 0, 1, '127.0.0.1', ['open_eof_check' => false]);
var_dump($manager->getSwooleServer('tcp') instanceof Swoole\Server\Port);
var_dump($manager->getEventRegister('tcp') === $register, $register !== $manager->getEventRegister());
$entry = $manager->getSubServerRegister()['tcp'];
var_dump($entry['eventRegister'] === $register);
unset($entry['eventRegister']);
var_dump($entry);
attempt(fn () => @$manager->addServer('bad', 70000, 1, '127.0.0.1'));
var_dump($manager->getEventRegister('bad'));
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
array(4) {
  ["port"]=>
  int(0)
  ["listenAddress"]=>
  string(9) "127.0.0.1"
  ["type"]=>
  int(1)
  ["setting"]=>
  array(1) {
    ["open_eof_check"]=>
    bool(false)
  }
}
Error: The server cannot listen on 127.0.0.1:70000
NULL
