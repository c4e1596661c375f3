--TEST--
Properties filled by reflection with what the classes never put there
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\Component\MultiContainer;
use EasySwoole\EasySwoole\ServerManager;
use EasySwoole\EasySwoole\Swoole\EventCallbacks;
use EasySwoole\Socket\AbstractInterface\Controller;
use EasySwoole\Socket\Bean\Caller;
use EasySwoole\Socket\Bean\Response;
use EasySwoole\Socket\Config;
use EasySwoole\Socket\Dispatcher;

function tamper(object $object, string $class, string $property, mixed $value): object
{
    (new ReflectionProperty($class, $property))->setValue($object, $value);

    return $object;
}

class Index extends Controller
{
    public function now()
    {
        $this->responseImmediately('now');
    }
}

$server = new RecordingServer();
$config = new Config();
$config->setType(Config::WEB_SOCKET);
$config->setParser(new DotParser());
$dispatcher = new Dispatcher($config);

foreach ([42, new stdClass(), 'stdClass', 'Missing', null] as $parser) {
    tamper($config, Config::class, 'parser', $parser);
    attempt(fn () => $config->getParser());
    attempt(fn () => $dispatcher->dispatch($server, 'Index.now', frame()));
}
foreach ([null, 42, new stdClass()] as $value) {
    attempt(fn () => tamper(dispatcher(), Dispatcher::class, 'config', $value)->dispatch($server, 'Index.now', frame()));
}
foreach ([null, 42, []] as $value) {
    $caller = tamper(tamper(new Caller(), Caller::class, 'controllerClass', $value), Caller::class, 'action', $value);
    (new Index())->__hook($server, $caller, new Response());
}

$index = tamper(new Index(), Controller::class, 'caller', new Caller());
attempt(fn () => $index->now());

$container = tamper(new MultiContainer(), MultiContainer::class, 'container', 'no array');
var_dump($container->get('a'), $container->all(), $container->add('a', 1)->all());
attempt(fn () => ((new ReflectionClass(EventCallbacks::class))->newInstanceWithoutConstructor())());

$manager = new ServerManager();
foreach (['mainServerEventRegister' => new stdClass(), 'subServer' => 1, 'subServerRegister' => 1] as $name => $value) {
    tamper($manager, ServerManager::class, $name, $value);
}
var_dump(get_class($manager->getEventRegister()), $manager->getEventRegister('x'), $manager->getSubServerRegister());
attempt(fn () => serialize((new ReflectionClass(EventCallbacks::class))->newInstanceWithoutConstructor()));

class Unsets extends Config
{
    public function __construct()
    {
        unset($this->type, $this->parser, $this->onExceptionHandler);
    }
}
$unset = new Unsets();
var_dump($unset->getType(), $unset->getParser(), $unset->getOnExceptionHandler());
$unset->setType('x');
var_dump($unset->getType());

class References extends Config
{
    public $log = [];

    public function __construct()
    {
        $this->type = &$this->log;
    }
}
$references = new References();
$references->setType(Config::TCP);
var_dump($references->log);
?>
--EXPECT--
TypeError: The parser of EasySwoole\Socket\Config is no ParserInterface but int
$server->disconnect(7, 1000, null)
Error: The dispatcher's config has no parser
TypeError: The parser of EasySwoole\Socket\Config is no ParserInterface but stdClass
$server->disconnect(7, 1000, null)
Error: Call to undefined method stdClass::decode()
TypeError: The parser of EasySwoole\Socket\Config is no ParserInterface but stdClass
$server->disconnect(7, 1000, null)
Error: Call to undefined method stdClass::decode()
Error: Class "Missing" not found
$server->disconnect(7, 1000, null)
Error: Class "Missing" not found
$server->disconnect(7, 1000, null)
Error: The dispatcher's config has no parser
Error: The constructor of EasySwoole\Socket\Dispatcher was not called
Error: The constructor of EasySwoole\Socket\Dispatcher was not called
Error: Call to undefined method stdClass::gettype()
Error: Index::responseImmediately() has nothing to return: no message is being handled
NULL
array(0) {
}
array(1) {
  ["a"]=>
  array(1) {
    [0]=>
    int(1)
  }
}
Error: EasySwoole\EasySwoole\Swoole\EventCallbacks was not made by a ServerManager
string(42) "EasySwoole\EasySwoole\Swoole\EventRegister"
NULL
array(0) {
}
Exception: Serialization of 'EasySwoole\EasySwoole\Swoole\EventCallbacks' is not allowed
NULL
NULL
NULL
string(1) "x"
string(3) "TCP"
