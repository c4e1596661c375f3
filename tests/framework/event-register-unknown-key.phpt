--TEST--
EventRegister: an unknown key is refused with a notice that helps
--EXTENSIONS--
easyswoole
--FILE--
<?php
use EasySwoole\EasySwoole\Swoole\EventRegister;

set_error_handler(function ($level, $message) {
    echo $level === E_NOTICE ? 'notice: ' : 'not a notice: ', $message, "\n";

    return true;
});

class MyRegister extends EventRegister
{
    const onMine = 'mine';
}

$register = new MyRegister();
foreach (['handshake', 'HANDSHAKE', 'onMessage', 'onhandshake', 'nothing', '', 'on', 'only this', 'mine', 0, 1.5] as $key) {
    var_dump($register->set($key, 'strlen'), $register->add($key, 'strlen'));
}
var_dump($register->all());

set_error_handler(function ($level, $message) {
    throw new Exception($message);
});
try {
    $register->set('Open', 'strlen');
} catch (Exception $exception) {
    echo 'exception: ', $exception->getMessage(), "\n";
}
?>
--EXPECT--
notice: EasySwoole\EasySwoole\Swoole\EventRegister::set(): "handshake" is not an event; did you mean "handShake"?
notice: EasySwoole\EasySwoole\Swoole\EventRegister::add(): "handshake" is not an event; did you mean "handShake"?
bool(false)
bool(false)
notice: EasySwoole\EasySwoole\Swoole\EventRegister::set(): "HANDSHAKE" is not an event; did you mean "handShake"?
notice: EasySwoole\EasySwoole\Swoole\EventRegister::add(): "HANDSHAKE" is not an event; did you mean "handShake"?
bool(false)
bool(false)
notice: EasySwoole\EasySwoole\Swoole\EventRegister::set(): "onMessage" is not an event; did you mean "message"?
notice: EasySwoole\EasySwoole\Swoole\EventRegister::add(): "onMessage" is not an event; did you mean "message"?
bool(false)
bool(false)
notice: EasySwoole\EasySwoole\Swoole\EventRegister::set(): "onhandshake" is not an event; did you mean "handShake"?
notice: EasySwoole\EasySwoole\Swoole\EventRegister::add(): "onhandshake" is not an event; did you mean "handShake"?
bool(false)
bool(false)
notice: EasySwoole\EasySwoole\Swoole\EventRegister::set(): "nothing" is not an event
notice: EasySwoole\EasySwoole\Swoole\EventRegister::add(): "nothing" is not an event
bool(false)
bool(false)
notice: EasySwoole\EasySwoole\Swoole\EventRegister::set(): "" is not an event
notice: EasySwoole\EasySwoole\Swoole\EventRegister::add(): "" is not an event
bool(false)
bool(false)
notice: EasySwoole\EasySwoole\Swoole\EventRegister::set(): "on" is not an event
notice: EasySwoole\EasySwoole\Swoole\EventRegister::add(): "on" is not an event
bool(false)
bool(false)
notice: EasySwoole\EasySwoole\Swoole\EventRegister::set(): "only this" is not an event
notice: EasySwoole\EasySwoole\Swoole\EventRegister::add(): "only this" is not an event
bool(false)
bool(false)
notice: EasySwoole\EasySwoole\Swoole\EventRegister::set(): "mine" is not an event
notice: EasySwoole\EasySwoole\Swoole\EventRegister::add(): "mine" is not an event
bool(false)
bool(false)
notice: EasySwoole\EasySwoole\Swoole\EventRegister::set(): "0" is not an event
notice: EasySwoole\EasySwoole\Swoole\EventRegister::add(): "0" is not an event
bool(false)
bool(false)
notice: EasySwoole\EasySwoole\Swoole\EventRegister::set(): "1.5" is not an event
notice: EasySwoole\EasySwoole\Swoole\EventRegister::add(): "1.5" is not an event
bool(false)
bool(false)
array(0) {
}
exception: EasySwoole\EasySwoole\Swoole\EventRegister::set(): "Open" is not an event; did you mean "open"?
