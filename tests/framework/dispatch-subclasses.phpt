--TEST--
Dispatcher: overrides in subclasses of Config and Caller are honoured
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\Socket\AbstractInterface\Controller;
use EasySwoole\Socket\AbstractInterface\ParserInterface;
use EasySwoole\Socket\Bean\Caller;
use EasySwoole\Socket\Config;
use EasySwoole\Socket\Dispatcher;

class MyConfig extends Config
{
    public function getType()
    {
        return Config::WEB_SOCKET;
    }

    public function getParser(): ?ParserInterface
    {
        return new MyParser();
    }

    public function getOnExceptionHandler()
    {
        return fn ($server, $throwable) => print("handled: {$throwable->getMessage()}\n");
    }
}

class MyCaller extends Caller
{
    public $seen;

    public function getControllerClass(): ?string
    {
        return 'Index';
    }

    public function getAction(): ?string
    {
        return 'hello';
    }

    public function setClient($client): void
    {
        $this->seen = $client;
    }

    public function getClient()
    {
        return $this->seen;
    }
}

class MyParser extends DotParser
{
    public function decode($raw, $client): ?Caller
    {
        if ($raw === 'throw') {
            throw new Exception('decode');
        }

        return new MyCaller();
    }
}

class Index extends Controller
{
    public function hello()
    {
        $this->responseImmediately('now');
        $this->response()->setMessage(get_class($this->caller()));
    }
}

class MyDispatcher extends Dispatcher
{
}

$dispatcher = new MyDispatcher(new MyConfig());
$server = new RecordingServer();
$dispatcher->dispatch($server, 'any', frame());
$dispatcher->dispatch($server, 'throw', frame());
?>
--EXPECT--
$server->push(7, "now")
$server->push(7, "MyCaller", 1, true)
handled: decode
