--TEST--
Timer: tick, after, info, list, stats, clear; the loop runs at the end of the script until nothing is left
--EXTENSIONS--
easyswoole
--FILE--
<?php
use Swoole\Timer;

var_dump(Timer::info(1), Timer::exists(1), Timer::clear(1), Timer::clearAll(), Timer::stats(), count(Timer::list()));
var_dump(Timer::tick(0, 'var_dump'), swoole_timer_after(-1, 'var_dump'), swoole_last_error());
foreach ([fn () => Timer::tick(1, 'no such function'), fn () => new Timer(), fn () => Timer::after(1)] as $wrong) {
    try {
        $wrong();
    } catch (Error $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
}

$n = 0;
$tick = Timer::tick(1, function (int $id, ...$params) use (&$n, &$never) {
    echo "tick $id ", json_encode($params), ' ', Timer::info($id)['exec_count'], "\n";
    if (++$n === 3) {
        var_dump(Timer::clear($id), Timer::clear($id), Timer::exists($id), Timer::info($id), Timer::clear($never));
        echo json_encode(Timer::stats()), "\n";
    }
}, 'a', ['b']);
$after = swoole_timer_after(2, function (...$params) use (&$after) {
    echo 'after ', json_encode($params), ' ', json_encode(Timer::exists($after)), "\n";
    Timer::clear($after);
    Timer::after(1, fn () => print("after after\n"));
}, 1, 2);
$never = swoole_timer_tick(1000000, fn () => print("never\n"));
var_dump($tick, $after, $never);
var_dump(Timer::list() instanceof Swoole\Timer\Iterator, iterator_to_array(Timer::list()) === [1, 2, 3], swoole_timer_list()->count());
var_dump(array_keys(Timer::info($tick)), Timer::info($tick)['interval'], Timer::info($after)['interval'], swoole_timer_info($never)['interval']);
var_dump(Timer::info($never)['exec_msec'] >= 1000000, Timer::info($never)['removed'], Timer::info(99), swoole_timer_set([]));
echo json_encode(swoole_timer_stats()), "\n";
register_shutdown_function(fn () => Timer::after(1, fn () => print("made in a later shutdown function\n")));
echo "end of script\n";
?>
--EXPECTF--
bool(false)
bool(false)
bool(false)
bool(true)
array(3) {
  ["initialized"]=>
  bool(false)
  ["num"]=>
  int(0)
  ["round"]=>
  int(0)
}
int(0)

Warning: Swoole\Timer::tick(): Timer must be greater than or equal to 1 in %s on line %d

Warning: swoole_timer_after(): Timer must be greater than or equal to 1 in %s on line %d
bool(false)
bool(false)
int(505)
TypeError: Swoole\Timer::tick(): Argument #2 ($callback) must be a valid callback
Error: Call to private Swoole\Timer::__construct() from global scope
ArgumentCountError: Swoole\Timer::after() expects at least 2 arguments, 1 given
int(1)
int(2)
int(3)
bool(true)
bool(true)
int(3)
array(5) {
  [0]=>
  string(9) "exec_msec"
  [1]=>
  string(10) "exec_count"
  [2]=>
  string(8) "interval"
  [3]=>
  string(5) "round"
  [4]=>
  string(7) "removed"
}
int(1)
int(0)
int(1000000)
bool(true)
bool(false)
NULL
bool(true)
{"initialized":true,"num":3,"round":0}
end of script
%Atick 1 ["a",["b"]] 3
bool(true)
bool(false)
bool(false)
NULL
bool(true)
{"initialized":true,"num":%d,"round":%d}
%Amade in a later shutdown function
