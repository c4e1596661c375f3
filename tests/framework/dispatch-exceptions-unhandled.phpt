--TEST--
Dispatcher: without a handler, what is thrown closes the client and goes on
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

class AngryEncoder extends DotParser
{
    public function encode(Response $response, $client): ?string
    {
        throw new DomainException('encode');
    }
}

class Index extends Controller
{
    public function boom()
    {
        $this->response()->setCode(1011);
        $this->response()->setReason('sorry');
        throw new RuntimeException('action');
    }
}

class BadConstructor extends Controller
{
    public function __construct()
    {
        throw new LogicException('constructor');
    }
}

abstract class TooAbstract extends Controller
{
}

class Hidden extends Controller
{
    private function __construct()
    {
    }
}

class NoController
{
}

$server = new RecordingServer();
attempt(fn () => dispatcher(parser: Angry::class)->dispatch($server, 'x', frame()));
attempt(fn () => dispatcher(parser: AngryEncoder::class)->dispatch($server, '', frame()));
foreach (['Index.boom', 'BadConstructor.x', 'TooAbstract.x', 'Hidden.x', 'NoController.x', 'Missing.x', '.x'] as $raw) {
    echo "--- $raw\n";
    attempt(fn () => dispatcher()->dispatch($server, $raw, frame()));
}
echo "--- a caller without a class\n";
class NoClass extends DotParser
{
    public function decode($raw, $client): ?Caller
    {
        return new Caller();
    }
}
attempt(fn () => dispatcher(parser: NoClass::class)->dispatch($server, '', frame()));
echo "--- a client that is gone\n";
attempt(fn () => dispatcher()->dispatch($server, 'Index.boom', frame(8)));
?>
--EXPECT--
$server->disconnect(7, 1000, null)
DomainException: decode
DomainException: encode
--- Index.boom
$server->disconnect(7, 1011, "sorry")
RuntimeException: action
--- BadConstructor.x
$server->disconnect(7, 1000, null)
LogicException: constructor
--- TooAbstract.x
$server->disconnect(7, 1000, null)
Error: Cannot instantiate abstract class TooAbstract
--- Hidden.x
$server->disconnect(7, 1000, null)
Error: Call to private Hidden::__construct() from scope EasySwoole\Socket\Dispatcher
--- NoController.x
$server->disconnect(7, 1000, null)
EasySwoole\Socket\Exception\ControllerPoolEmpty: controller pool empty: NoController is not a controller
--- Missing.x
$server->disconnect(7, 1000, null)
Error: Class "Missing" not found
--- .x
$server->disconnect(7, 1000, null)
Error: Class "" not found
--- a caller without a class
$server->disconnect(7, 1000, null)
Error: The parser's Caller names no controller class
--- a client that is gone
RuntimeException: action
