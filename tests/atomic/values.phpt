--TEST--
Atomic and Atomic\Long: values, wrapping around, cmpset
--EXTENSIONS--
easyswoole
--FILE--
<?php
foreach (['Swoole\Atomic', 'swoole_atomic_long'] as $class) {
    $a = new $class(5);
    echo $a::class, "\n";
    var_dump($a->get(), $a->add(), $a->add(10), $a->sub(), $a->sub(5));
    var_dump($a->set(100), $a->cmpset(1, 2), $a->cmpset(100, 2), $a->get());
    var_dump($a->sub(3), (new $class(4294967295))->add(2), (new $class())->get());
    try {
        $a->__construct();
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
    try {
        (new ReflectionClass($class))->newInstanceWithoutConstructor()->add();
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
    try {
        clone $a;
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
var_dump((new Swoole\Atomic\Long(PHP_INT_MAX))->add() === PHP_INT_MIN);
?>
--EXPECT--
Swoole\Atomic
int(5)
int(6)
int(16)
int(15)
int(10)
NULL
bool(false)
bool(true)
int(2)
int(4294967295)
int(1)
int(0)
Constructor of Swoole\Atomic can only be called once
the constructor of Swoole\Atomic was not called
Trying to clone an uncloneable object of class Swoole\Atomic
Swoole\Atomic\Long
int(5)
int(6)
int(16)
int(15)
int(10)
NULL
bool(false)
bool(true)
int(2)
int(-1)
int(4294967297)
int(0)
Constructor of Swoole\Atomic\Long can only be called once
the constructor of Swoole\Atomic\Long was not called
Trying to clone an uncloneable object of class Swoole\Atomic\Long
bool(true)
