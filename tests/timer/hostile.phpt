--TEST--
Timer: callbacks that throw, clear everything, run the loop again, hold cycles; destructors that make timers
--EXTENSIONS--
easyswoole
--FILE--
<?php
use Swoole\Event;
use Swoole\Timer;

$log = [];
set_exception_handler(function ($e) use (&$log) {
    $log[] = 'Exception: ' . $e->getMessage();
});
set_error_handler(function ($no, $text) use (&$log) {
    $log[] = ($no === E_WARNING ? 'Warning: ' : "$no: ") . strtok($text, "\n");
    return true;
});
Timer::after(1, function () use (&$log) {
    Timer::after(1, fn () => $log[] = 'not called');
    Timer::tick(1, fn () => $log[] = 'not called');
    Timer::clearAll();
    $log[] = json_encode(Timer::stats());
    Timer::after(1, function () use (&$log) {
        $log[] = 'called';
    });
});
Event::wait();

Timer::after(1, function () use (&$log) {
    Event::wait();
    $log[] = json_encode(Event::dispatch());
    throw new Exception('in after');
});
$n = 0;
Timer::tick(1, function ($id) use (&$n) {
    if (++$n === 2) {
        Timer::clear($id);
    }
    throw new Exception("in tick $n");
});
Event::wait();

class Ghost
{
    public ?int $timer = null;
    public mixed $self;

    public function __construct(private string $name)
    {
        $this->self = $this;
    }

    public function __destruct()
    {
        $GLOBALS['log'][] = "~$this->name";
        Timer::after(1, fn () => $GLOBALS['log'][] = "after the end of $this->name");
        throw new Exception("from ~$this->name");
    }

    public function fire(): void
    {
        $GLOBALS['log'][] = "$this->name fires";
        $this->self = null;
    }
}
Timer::after(1, [new Ghost('a'), 'fire']);
Event::wait();
$g = new Ghost('b');
$g->self = null;
$id = Timer::tick(1000, function (Ghost $g) {
}, $g, 1);
unset($g);
try {
    Timer::clear($id);
} catch (Exception $e) {
    $log[] = $e->getMessage();
}
Event::wait();
$c = new Ghost('c');
unset($c);
Timer::after(1, 'gc_collect_cycles');
Event::wait();
gc_collect_cycles();
echo implode("\n", $log), "\n";
?>
--EXPECT--
{"initialized":true,"num":0,"round":1}
called
Warning: Swoole\Event::wait(): the event loop is running already
Warning: Swoole\Event::dispatch(): the event loop is running already
false
Exception: in after
Exception: in tick 1
Exception: in tick 2
a fires
~a
Exception: from ~a
after the end of a
~b
from ~b
after the end of b
~c
Exception: from ~c
after the end of c
