--TEST--
Spl\SplBean: overridden methods are used
--EXTENSIONS--
easyswoole
--FILE--
<?php
use EasySwoole\Spl\SplBean;

class Bean extends SplBean
{
    public $a = 1;

    public function jsonSerialize(): array
    {
        return ['mine' => $this->a, 7 => true];
    }

    public function restore(array $data = [])
    {
        echo "restore\n";

        return parent::restore($data);
    }
}

$bean = new Bean(['a' => 2]);
echo $bean, "\n";
var_dump($bean->toArray(SplBean::FILTER_NOT_NULL));

class Broken extends SplBean
{
    public $a = "\xff";
}
var_dump((string)new Broken());

class Throwing extends SplBean
{
    protected function initialize(): void
    {
        throw new Exception('initialize');
    }
}
try {
    new Throwing();
} catch (Exception $exception) {
    echo $exception->getMessage(), "\n";
}
?>
--EXPECT--
restore
{"mine":2,"7":true}
array(2) {
  ["mine"]=>
  int(2)
  [7]=>
  bool(true)
}
string(0) ""
initialize
