--TEST--
Socket\Bean\Caller: defaults, accessors, subclass with properties of the same names
--EXTENSIONS--
easyswoole
--FILE--
<?php
use EasySwoole\Socket\Bean\Caller;

$caller = new Caller();
var_dump($caller->getArgs(), $caller->getControllerClass(), $caller->getAction(), $caller->getClient());
$caller->setArgs(['a' => 1]);
$caller->setControllerClass('App\Index');
$caller->setAction('hello');
$caller->setClient($caller);
var_dump($caller->getArgs(), $caller->getControllerClass(), $caller->getAction(), $caller->getClient() === $caller);
$caller->setControllerClass(null);
$caller->setAction(null);
$caller->setClient(null);
var_dump($caller->getControllerClass(), $caller->getAction(), $caller->getClient());

class MyCaller extends Caller
{
    private $args = 'mine';
    public $action = 'mine, too';
}
$mine = new MyCaller();
$mine->setAction('theirs');
var_dump($mine->action, $mine->getAction(), $mine->getArgs());

try {
    $caller->setArgs('no array');
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECT--
array(0) {
}
NULL
NULL
NULL
array(1) {
  ["a"]=>
  int(1)
}
string(9) "App\Index"
string(5) "hello"
bool(true)
NULL
NULL
NULL
string(9) "mine, too"
string(6) "theirs"
array(0) {
}
EasySwoole\Socket\Bean\Caller::setArgs(): Argument #1 ($args) must be of type array, string given
