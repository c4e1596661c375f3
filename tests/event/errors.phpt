--TEST--
Event: what cannot be watched; wrong use
--EXTENSIONS--
easyswoole
--FILE--
<?php
use Swoole\Event;

set_error_handler(function ($no, $text) {
    echo $no === E_WARNING ? 'Warning: ' : "$no: ", preg_replace('~\[\d+\]~', '[n]', $text), "\n";
    return true;
});
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$f = fn () => 1;
$closed = fopen(__FILE__, 'r');
fclose($closed);
foreach ([-1, 'x', null, [], new stdClass(), $closed, fopen('php://memory', 'r'), 12345, fopen(__FILE__, 'r')] as $fd) {
    var_dump(Event::add($fd, $f));
}
echo "--\n";
var_dump(Event::add($a), Event::add($a, $f, null, SWOOLE_EVENT_WRITE), Event::add($a, $f, $f, 0));
var_dump(Event::set($a, $f), Event::del($a), Event::isset($a), Event::isset('x'));
var_dump(Event::write($a, ''), Event::write('x', 'y'));
fclose($b);
var_dump(Event::write($a, 'broken'));
foreach ([fn () => Event::add($a, 'no such function'), fn () => Event::defer('no such function'), fn () => Event::cycle(5), fn () => new Event()] as $wrong) {
    try {
        $wrong();
    } catch (Error $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
}
Event::wait();
Event::exit();
var_dump(Event::dispatch());
?>
--EXPECT--
Warning: Swoole\Event::add(): this is not something that can be watched
bool(false)
Warning: Swoole\Event::add(): this is not something that can be watched
bool(false)
Warning: Swoole\Event::add(): this is not something that can be watched
bool(false)
Warning: Swoole\Event::add(): this is not something that can be watched
bool(false)
Warning: Swoole\Event::add(): this is not something that can be watched
bool(false)
Warning: Swoole\Event::add(): this is not something that can be watched
bool(false)
Warning: Swoole\Event::add(): this is not something that can be watched
bool(false)
Warning: Swoole\Event::add(): fd [n] cannot be watched
bool(false)
Warning: Swoole\Event::add(): fd [n] cannot be watched
bool(false)
--
Warning: Swoole\Event::add(): unable to find readable callback of fd [n]
Warning: Swoole\Event::add(): unable to find writable callback of fd [n]
Warning: Swoole\Event::add(): no events of fd [n] are asked for
bool(false)
bool(false)
bool(false)
Warning: Swoole\Event::set(): fd [n] is not in the event loop
Warning: Swoole\Event::del(): fd [n] is not in the event loop
bool(false)
bool(false)
bool(false)
bool(false)
Warning: Swoole\Event::write(): the data to be written to fd [n] is empty
Warning: Swoole\Event::write(): this is not something that can be written to
bool(false)
bool(false)
Warning: Swoole\Event::write(): unable to write to fd [n]
bool(false)
TypeError: Swoole\Event::add(): Argument #2 ($read_callback) must be a valid callback or null
TypeError: Swoole\Event::defer(): Argument #1 ($callback) must be a valid callback
TypeError: Swoole\Event::cycle(): Argument #1 ($callback) must be a valid callback or null
Error: Call to private Swoole\Event::__construct() from global scope
bool(true)
