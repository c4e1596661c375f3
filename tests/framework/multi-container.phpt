--TEST--
Component\MultiContainer
--EXTENSIONS--
easyswoole
--FILE--
<?php
use EasySwoole\Component\MultiContainer;

$container = new MultiContainer();
var_dump($container->get('a'), $container->all());
var_dump($container->add('a', 1)->add('a', 2)->set('b', 3) === $container);
echo json_encode($container->all()), "\n";
$snapshot = $container->all();
$container->set('a', 4)->add('b', 5)->add('7', 'seven');
echo json_encode($snapshot), ' ', json_encode($container->all()), "\n";
var_dump($container->get(7), $container->get('7') === $container->get(7));
var_dump($container->delete('a') === $container, $container->delete('nothing') === $container, $container->get('a'));
var_dump($container->clear(), $container->all());
$container->add(null, 'null')->add(true, 'true')->add(1, 'one');
echo json_encode($container->all()), "\n";
foreach (['add', 'set'] as $method) {
    try {
        $container->$method([], 1);
    } catch (TypeError $error) {
        echo $error->getMessage(), "\n";
    }
}

$limited = new MultiContainer(['x', 'y']);
var_dump($limited->set('z', 1), $limited->add('X', 1), $limited->set('x', 1) === $limited);
echo json_encode($limited->all()), "\n";

class Mine extends MultiContainer
{
    private $container = 'my own';

    public function __destruct()
    {
        echo "gone\n";
    }
}
$mine = new Mine();
$mine->set('self', $mine);
unset($mine);
gc_collect_cycles();
echo "end\n";
?>
--EXPECT--
NULL
array(0) {
}
bool(true)
{"a":[1,2],"b":[3]}
{"a":[1,2],"b":[3]} {"a":[4],"b":[3,5],"7":["seven"]}
array(1) {
  [0]=>
  string(5) "seven"
}
bool(true)
bool(true)
bool(true)
NULL
NULL
array(0) {
}
{"":["null"],"1":["true","one"]}
array cannot be a key
array cannot be a key
bool(false)
bool(false)
bool(true)
{"x":[1]}
gone
end
