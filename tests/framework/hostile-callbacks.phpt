--TEST--
Dispatcher: user code that replaces, frees and re-enters
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\Socket\AbstractInterface\Controller;
use EasySwoole\Socket\Bean\Caller;
use EasySwoole\Socket\Bean\Response;
use EasySwoole\Socket\Config;
use EasySwoole\Socket\Dispatcher;

$config = new Config();
$config->setType(Config::WEB_SOCKET);

class Suicidal extends DotParser
{
    public function decode($raw, $client): ?Caller
    {
        global $config, $dispatcher;
        $config->setParser(new DotParser());
        $other = new Config();
        $other->setParser($config->getParser());
        $dispatcher->__construct($other);
        $config = null;
        gc_collect_cycles();

        return parent::decode($raw, $client);
    }

    public function __destruct()
    {
        echo "parser gone\n";
    }
}

class Index extends Controller
{
    public static $depth = 0;

    public function again()
    {
        global $server;
        if (self::$depth++ < 3) {
            dispatcher()->dispatch($server, 'Index.again', frame());
        }
        $this->response()->setMessage('depth ' . self::$depth--);
    }

    public function swapCaller()
    {
        $caller = $this->caller();
        $caller->setAction('elsewhere');
        $this->__hook($GLOBALS['server'], new Caller(), new Response());
        var_dump($caller->getAction(), $this->caller() === $caller);
    }

    protected function afterAction(?string $actionName)
    {
        echo 'after ', show($actionName), "\n";
    }
}

class Tricky extends Controller
{
    public function __destruct()
    {
        throw new Exception('destructor');
    }
}

$config->setParser(new Suicidal());
$dispatcher = new Dispatcher($config);
$server = new RecordingServer();
$dispatcher->dispatch($server, 'Index.again', frame());
dispatcher()->dispatch($server, 'Index.swapCaller', frame());
attempt(fn () => dispatcher()->dispatch($server, 'Tricky.x', frame()));

$server->clients = [];
class ThrowingServer extends Exception
{
}
$throwing = new class() extends DotParser {
    public function encode(Response $response, $client): ?string
    {
        unset($GLOBALS['server']);

        return 'x';
    }
};
dispatcher(parser: $throwing)->dispatch($server, '', frame());
echo "end\n";
?>
--EXPECT--
parser gone
after "again"
$server->push(7, "depth 4", 1, true)
after "again"
$server->push(7, "depth 3", 1, true)
after "again"
$server->push(7, "depth 2", 1, true)
after "again"
$server->push(7, "depth 1", 1, true)
after null
string(9) "elsewhere"
bool(false)
after "swapCaller"
Exception: destructor
end
