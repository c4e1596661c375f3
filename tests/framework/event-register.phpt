--TEST--
EventRegister: constants, set, add, get, all, delete, clear
--EXTENSIONS--
easyswoole
--FILE--
<?php
use EasySwoole\Component\MultiContainer;
use EasySwoole\EasySwoole\Swoole\EventRegister;

foreach ((new ReflectionClass(EventRegister::class))->getConstants() as $name => $event) {
    echo "$name $event\n";
}

$register = new EventRegister(['only this']);
var_dump($register instanceof MultiContainer, $register->get(EventRegister::onMessage), $register->all());
var_dump($register->set(EventRegister::onMessage, 'first') === $register);
$register->set(EventRegister::onMessage, 'second')->add(EventRegister::onMessage, 'third');
$register->add(EventRegister::onHandShake, 'handshake')->add(EventRegister::onDisconnect, 'disconnect');
echo json_encode($register->all()), "\n";
var_dump($register->delete(EventRegister::onMessage) === $register, $register->get('message'));
var_dump($register->clear(), $register->all());
?>
--EXPECT--
onStart start
onShutdown shutdown
onWorkerStart workerStart
onWorkerStop workerStop
onWorkerExit workerExit
onTimer timer
onConnect connect
onReceive receive
onPacket packet
onClose close
onBufferFull bufferFull
onBufferEmpty bufferEmpty
onTask task
onFinish finish
onPipeMessage pipeMessage
onWorkerError workerError
onManagerStart managerStart
onManagerStop managerStop
onRequest request
onHandShake handShake
onMessage message
onOpen open
onDisconnect disconnect
onBeforeHandshakeResponse beforeHandshakeResponse
onBeforeShutdown beforeShutdown
onBeforeReload beforeReload
onAfterReload afterReload
bool(true)
NULL
array(0) {
}
bool(true)
{"message":["second","third"],"handShake":["handshake"],"disconnect":["disconnect"]}
bool(true)
NULL
NULL
array(0) {
}
