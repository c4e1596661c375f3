--TEST--
Spl\SplBean::toArray(): filters
--EXTENSIONS--
easyswoole
--FILE--
<?php
use EasySwoole\Spl\SplBean;

class Bean extends SplBean
{
    public $zero = 0;
    public $null = null;
    public $empty = '';
    public $text = 'text';
}

$bean = new Bean();
var_dump(SplBean::FILTER_NOT_NULL, SplBean::FILTER_NOT_EMPTY, SplBean::FILTER_NULL, SplBean::FILTER_EMPTY);
foreach ([null, 1, 2, 3, 4, 5, '1', 'is_int', fn ($value) => $value === 'text'] as $filter) {
    echo is_object($filter) ? 'closure' : json_encode($filter), ': ', json_encode($bean->toArray($filter)), "\n";
}
try {
    $bean->toArray([]);
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
try {
    $bean->toArray(function () { throw new Exception('from the filter'); });
} catch (Exception $exception) {
    echo $exception->getMessage(), "\n";
}
?>
--EXPECT--
int(1)
int(2)
int(3)
int(4)
null: {"zero":0,"null":null,"empty":"","text":"text"}
1: {"zero":0,"empty":"","text":"text"}
2: {"text":"text"}
3: {"null":null}
4: {"zero":0,"null":null,"empty":""}
5: {"zero":0,"null":null,"empty":"","text":"text"}
"1": {"zero":0,"empty":"","text":"text"}
"is_int": {"zero":0}
closure: {"text":"text"}
EasySwoole\Spl\SplBean::toArray(): Argument #1 ($filter) must be of type callable|int|null, array given
from the filter
