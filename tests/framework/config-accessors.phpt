--TEST--
Socket\Config: defaults and accessors
--EXTENSIONS--
easyswoole
--FILE--
<?php
use EasySwoole\Socket\Config;

$config = new Config();
var_dump(Config::UDP, Config::TCP, Config::WEB_SOCKET);
var_dump($config->getType(), $config->getOnExceptionHandler(), $config->getParser());

$config->setType('anything');
$config->setOnExceptionHandler('handler');
var_dump($config->getType(), $config->getOnExceptionHandler());

class MyConfig extends Config
{
    public function all(): array
    {
        return [$this->type, $this->onExceptionHandler, $this->parser];
    }
}
$mine = new MyConfig();
$mine->setType(Config::TCP);
var_dump($mine->all());
?>
--EXPECT--
string(3) "UDP"
string(3) "TCP"
string(10) "WEB_SOCKET"
NULL
NULL
NULL
string(8) "anything"
string(7) "handler"
array(3) {
  [0]=>
  string(3) "TCP"
  [1]=>
  NULL
  [2]=>
  NULL
}
