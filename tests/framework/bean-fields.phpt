--TEST--
Spl\SplBean: fields are the declared public and protected properties
--EXTENSIONS--
easyswoole
--FILE--
<?php
use EasySwoole\Spl\SplBean;

class Bean extends SplBean
{
    public $a = 1;
    protected $b = 'two';
    private $hidden = 'secret';
    public static $shared = 's';
    public ?array $list;
    public int $number;

    protected function initialize(): void
    {
        echo "initialize: a = ", json_encode($this->a), "\n";
    }
}

$bean = new Bean(['a' => 10, 'hidden' => 'no', 'shared' => 'no', 'nothing' => 'no']);
print_r($bean->allProperty());
var_dump($bean->getProperty('a'), $bean->getProperty('b'), $bean->getProperty('hidden'), $bean->getProperty('nothing'));
echo $bean, "\n", json_encode($bean), "\n";

// A typed field that may be null became null; one that may not is still without a value.
var_dump($bean->list);
try {
    $bean->getProperty('number');
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
var_dump($bean->restore(['b' => 'zwei', 'number' => '5']) === $bean);
echo $bean, "\n";
try {
    $bean->restore(['number' => 'many']);
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
var_dump($bean->restore() === $bean);

class Outer extends SplBean
{
    public $inner;
}
$outer = new Outer(['inner' => $bean]);
var_dump($outer->toArray()['inner']['number']);
echo $outer, "\n";
?>
--EXPECT--
initialize: a = 10
Array
(
    [0] => a
    [1] => b
    [2] => list
    [3] => number
)
int(10)
string(3) "two"
NULL
NULL
{"a":10,"b":"two","list":null,"number":null}
{"a":10,"b":"two","list":null,"number":null}
NULL
Typed property Bean::$number must not be accessed before initialization
bool(true)
{"a":10,"b":"zwei","list":null,"number":5}
Cannot assign string to property Bean::$number of type int
bool(true)
int(5)
{"inner":{"a":10,"b":"zwei","list":null,"number":5}}
