--TEST--
Component\Singleton: a constructor that throws leaves nothing behind
--EXTENSIONS--
easyswoole
--FILE--
<?php
class Shy
{
    use EasySwoole\Component\Singleton;

    public static $ready = false;

    public function __construct()
    {
        if (!self::$ready) {
            throw new Exception('not yet');
        }
    }

    public function __destruct()
    {
        echo "destructor\n";
    }
}

abstract class Base
{
    use EasySwoole\Component\Singleton;
}

foreach ([Shy::class, Base::class] as $class) {
    try {
        $class::getInstance();
    } catch (Throwable $throwable) {
        echo $throwable->getMessage(), "\n";
    }
}
Shy::$ready = true;
var_dump(Shy::getInstance() === Shy::getInstance());
?>
--EXPECT--
not yet
Cannot instantiate abstract class Base
bool(true)
destructor
