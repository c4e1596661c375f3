--TEST--
Dispatcher: UDP
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
        $this->responseImmediately('at once');
        $this->response()->setMessage('later');
        $this->response()->setStatus(Response::STATUS_RESPONSE_AND_CLOSE);
    }
}

$dispatcher = dispatcher(Config::UDP);
$server = new RecordingServer();
$dispatcher->dispatch($server, 'Index.reply', 3, '127.0.0.1', 5353);
attempt(fn () => $dispatcher->dispatch($server, 'Index.reply', 3));
attempt(fn () => $dispatcher->dispatch($server, 'Missing.x', 3, '127.0.0.1', 5353));
?>
--EXPECT--
$server->sendto("127.0.0.1", 5353, "at once", 3)
$server->sendto("127.0.0.1", 5353, "later", 3)
ArgumentCountError: EasySwoole\Socket\Client\Udp::__construct() expects exactly 3 arguments, 1 given
Error: Class "Missing" not found
