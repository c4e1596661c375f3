--TEST--
Controller: a fresh object for every message; __hook() may be called and overridden
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\Socket\AbstractInterface\Controller;
use EasySwoole\Socket\Bean\Caller;
use EasySwoole\Socket\Bean\Response;

class Counter extends Controller
{
    private $count = 0;

    public function next()
    {
        $this->response()->setMessage((string)++$this->count);
    }
}

class Hooked extends Counter
{
    public function __hook(Swoole\Server $server, Caller $request, Response $response)
    {
        echo "before\n";
        parent::__hook($server, $request, $response);
        echo "after\n";
    }
}

$dispatcher = dispatcher();
$server = new RecordingServer();
$dispatcher->dispatch($server, 'Counter.next', frame());
$dispatcher->dispatch($server, 'Counter.next', frame());
$dispatcher->dispatch($server, 'Hooked.next', frame());

$controller = new Counter();
$caller = new Caller();
$caller->setAction('next');
$response = new Response();
$controller->__hook($server, $caller, $response);
$controller->__hook($server, $caller, $response);
var_dump($response->getMessage());
?>
--EXPECT--
$server->push(7, "1", 1, true)
$server->push(7, "1", 1, true)
before
after
$server->push(7, "1", 1, true)
string(1) "2"
