--TEST--
Timer: callbacks that throw, clear everything, run the loop again, hold cycles; destructors that make timers
--EXTENSIONS--
easyswoole
--FILE--
<?php
use Swoole\Event;
use Swoole\Timer;

$log = [];
set_error_handler(function ($no, $text) use (&$log) {
    $log[] = ($no === E_WARNING ? 'Warning: ' : "$no: ") . strtok($text, "\n");
    return true;
});
Timer::after(1, function () use (&$log) {
    Timer::after(1, fn () => $log[] = 'not called');
    Timer::tick(1, fn () => $log[] = 'not called');
    Timer::clearAll();
    $log[] = json_encode(Timer::stats());
    Timer::after(1, fn () => $log[] = 'called');
});
Event::wait();

Timer::after(1, function () {
    Event::wait();
    var_dump(Event::dispatch());
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
Timer::after(1, [new Ghost('c'), 'no such method'] instanceof Closure ? 1 : 'gc_collect_cycles');
Event::wait();
echo implode("\n", $log), "\n";
?>
--EXPECTF--
bool(false)
{"initialized":true,"num":0,"round":1}
called
%AWarning: Swoole\Event::dispatch(): the event loop is running already
%A
a fires
~a
%Afrom ~a
after the end of a
~b
from ~b
after the end of b
~c
%A
