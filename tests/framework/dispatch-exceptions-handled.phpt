--TEST--
Dispatcher: the handler gets server, throwable, raw data, client, response; then the response goes out
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\Socket\AbstractInterface\Controller;
use EasySwoole\Socket\Bean\Caller;
use EasySwoole\Socket\Bean\Response;

class Angry extends DotParser
{
    public function decode($raw, $client): ?Caller
    {
        throw new DomainException('decode');
    }
}

class Index extends Controller
{
    public function boom()
    {
        $this->response()->setStatus(Response::STATUS_RESPONSE_AND_CLOSE);
        throw new RuntimeException('action');
    }
}

function handler(...$arguments)
{
    echo implode(' ', array_map(show(...), $arguments)), ': ', $arguments[1]->getMessage(), "\n";
    $arguments[4]->setMessage('sorry');
}

$server = new RecordingServer();
dispatcher(parser: Angry::class, handler: 'handler')->dispatch($server, 'raw', frame());
$dispatcher = dispatcher(handler: handler(...));
foreach (['Index.boom', 'stdClass.x', 'Missing.x'] as $raw) {
    $dispatcher->dispatch($server, $raw, frame());
}

echo "--- a handler that throws\n";
$dispatcher = dispatcher(handler: function ($server, $throwable) { throw new Exception('handler'); });
attempt(fn () => $dispatcher->dispatch($server, 'Index.boom', frame()));

echo "--- a handler that cannot be called counts as none\n";
attempt(fn () => dispatcher(handler: 'no_such_function')->dispatch($server, 'Index.boom', frame()));
?>
--EXPECT--
RecordingServer DomainException "raw" EasySwoole\Socket\Client\WebSocket EasySwoole\Socket\Bean\Response: decode
$server->push(7, "sorry", 1, true)
RecordingServer RuntimeException "Index.boom" EasySwoole\Socket\Client\WebSocket EasySwoole\Socket\Bean\Response: action
$server->push(7, "sorry", 1, true)
$server->disconnect(7, 1000, null)
RecordingServer EasySwoole\Socket\Exception\ControllerPoolEmpty "stdClass.x" EasySwoole\Socket\Client\WebSocket EasySwoole\Socket\Bean\Response: controller pool empty: stdClass is not a controller
$server->push(7, "sorry", 1, true)
RecordingServer Error "Missing.x" EasySwoole\Socket\Client\WebSocket EasySwoole\Socket\Bean\Response: Class "Missing" not found
$server->push(7, "sorry", 1, true)
--- a handler that throws
Exception: handler
--- a handler that cannot be called counts as none
$server->disconnect(7, 1000, null)
RuntimeException: action
