--TEST--
Dispatcher: TCP
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\Socket\AbstractInterface\Controller;
use EasySwoole\Socket\Bean\Response;
use EasySwoole\Socket\Config;

class Index extends Controller
{
    public function reply()
    {
        $client = $this->caller()->getClient();
        $this->responseImmediately('at once');
        $this->response()->setMessage("{$client->getFd()} {$client->getReactorId()}");
    }

    public function close()
    {
        $this->response()->setStatus(Response::STATUS_CLOSE);
        $this->response()->setReset(true);
    }
}

$server = new RecordingServer();
$dispatcher = dispatcher(Config::TCP);
$dispatcher->dispatch($server, 'Index.reply', 7, 2);
$dispatcher->dispatch($server, 'Index.close', 7, 2, 'one too many');
$dispatcher->dispatch($server, 'Index.reply', 8, 2);
$dispatcher->dispatch($server, 'Index.close', 8);
attempt(fn () => $dispatcher->dispatch($server, 'Missing.x', 7));
?>
--EXPECT--
$server->send(7, "at once")
$server->send(7, "7 2")
$server->close(7, true)
$server->send(8, "at once")
$server->close(7, false)
Error: Class "Missing" not found
