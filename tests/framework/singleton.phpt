--TEST--
Component\Singleton: one object per using class, made with the first arguments
--EXTENSIONS--
easyswoole
--FILE--
<?php
use EasySwoole\Component\Singleton;

class A
{
    use Singleton;

    private function __construct(public $x = 0, public $y = 0)
    {
    }
}

class ChildOfA extends A
{
}

class B
{
    use Singleton;
}

class FirstCalledThroughChild
{
    use Singleton;
}

class Child extends FirstCalledThroughChild
{
}

class ChildWithItsOwn extends FirstCalledThroughChild
{
    use Singleton;
}

var_dump(A::getInstance(1, y: 2));
var_dump(A::getInstance(3) === A::getInstance(), ChildOfA::getInstance() === A::getInstance());
var_dump(B::getInstance('ignored') === B::getInstance(), B::getInstance() instanceof B);
var_dump(get_class(Child::getInstance()), FirstCalledThroughChild::getInstance() === Child::getInstance());
var_dump(get_class(ChildWithItsOwn::getInstance()));
var_dump(class_uses(A::class), (new ReflectionClass(Singleton::class))->isTrait());

class Renamed
{
    use Singleton {
        getInstance as protected traitInstance;
    }

    public static function get()
    {
        return self::traitInstance();
    }
}
var_dump(Renamed::get() === Renamed::get());
var_dump((new ReflectionProperty(B::class, 'instance'))->getValue() === B::getInstance());
?>
--EXPECT--
object(A)#1 (2) {
  ["x"]=>
  int(1)
  ["y"]=>
  int(2)
}
bool(true)
bool(true)
bool(true)
bool(true)
string(5) "Child"
bool(true)
string(15) "ChildWithItsOwn"
array(1) {
  ["EasySwoole\Component\Singleton"]=>
  string(30) "EasySwoole\Component\Singleton"
}
bool(true)
bool(true)
bool(true)
