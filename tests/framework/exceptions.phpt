--TEST--
Socket\Exception: the hierarchy
--EXTENSIONS--
easyswoole
--FILE--
<?php
use EasySwoole\Socket\Exception\ControllerPoolEmpty;
use EasySwoole\Socket\Exception\Exception;

var_dump(class_parents(ControllerPoolEmpty::class));
try {
    throw new ControllerPoolEmpty('text', 3);
} catch (Exception $exception) {
    var_dump($exception->getMessage(), $exception->getCode());
}
?>
--EXPECT--
array(2) {
  ["EasySwoole\Socket\Exception\Exception"]=>
  string(37) "EasySwoole\Socket\Exception\Exception"
  ["Exception"]=>
  string(9) "Exception"
}
string(4) "text"
int(3)
