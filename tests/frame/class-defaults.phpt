--TEST--
Frame and CloseFrame: the properties and their defaults
--FILE--
<?php
foreach (['Frame', 'CloseFrame'] as $name) {
    $class = new ReflectionClass("Swoole\\WebSocket\\$name");
    echo $class->getName(), ' ', json_encode($class->getDefaultProperties()), "\n";
    foreach ($class->getProperties() as $property) {
        echo $property->isPublic() && !$property->hasType() ? '' : "$property->name is not public and untyped\n";
    }
}
var_dump(new Swoole\WebSocket\Frame() instanceof Stringable, get_parent_class(new Swoole\WebSocket\CloseFrame()));
--EXPECT--
Swoole\WebSocket\Frame {"fd":0,"data":"","opcode":1,"flags":1,"finish":null}
Swoole\WebSocket\CloseFrame {"fd":0,"data":"","flags":1,"finish":null,"opcode":8,"code":1000,"reason":""}
bool(true)
string(22) "Swoole\WebSocket\Frame"
