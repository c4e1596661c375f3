--TEST--
Event: defer, cycle, exit; callbacks that throw or remove themselves
--EXTENSIONS--
easyswoole
--FILE--
<?php
use Swoole\Event;
use Swoole\Timer;

set_exception_handler(fn ($e) => print('Exception: ' . $e->getMessage() . "\n"));
echo "-- defer\n";
Event::defer(function () {
    echo "first\n";
    Event::defer(fn () => print("in the next turn\n"));
    throw new Exception('in defer');
});
swoole_event_defer(fn () => print("second\n"));
Event::wait();
$n = 0;
$again = function () use (&$again, &$n) { // for ever, and yet others have their turn
    $n++;
    Event::defer($again);
};
$again();
Timer::after(1, fn () => Event::exit());
Event::wait();
var_dump($n > 1);
$again = null;

echo "-- cycle\n";
$turns = 0;
var_dump(Event::cycle(null));
Event::cycle(function () use (&$turns) {
    $turns++;
    Event::cycle(null);
    echo "cycle\n";
});
Event::cycle(function () {
    echo "before\n";
    Event::cycle(null, true);
}, true);
$ticks = 0;
Timer::tick(1, function ($id) use (&$ticks) {
    ++$ticks === 3 && Timer::clear($id);
});
Event::wait();
var_dump($turns, Event::cycle(null), Event::cycle(null, true));

echo "-- callbacks of descriptors\n";
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
Event::add($a, function ($fp) use (&$a) {
    echo fread($fp, 1), "\n";
    Event::del($fp);
    fclose($a);
    Event::add($GLOBALS['b'], fn ($fp) => Event::del($fp)); // its peer has gone
    throw new Exception('in read');
});
fwrite($b, 'xy');
Event::wait();
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
Event::add($a, function ($fp) {
    Event::exit();
    echo "left\n";
});
Event::add($b, fn () => 1);
fwrite($b, 'x');
Event::wait();
var_dump(Event::isset($a), Event::isset($b), fread($a, 1));
echo "-- end\n";
Event::add($a, fn () => 1);
Event::exit();
?>
--EXPECT--
-- defer
first
Exception: in defer
second
in the next turn
bool(true)
-- cycle
bool(false)
cycle
before
int(1)
bool(false)
bool(false)
-- callbacks of descriptors
x
Exception: in read
left
bool(false)
bool(false)
string(1) "x"
-- end
