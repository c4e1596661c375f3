--TEST--
Dispatcher: decode() returning null runs no controller, but encode() is asked
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\Socket\Bean\Response;

class Greeter extends DotParser
{
    public function encode(Response $response, $client): ?string
    {
        echo 'encode: ', $response, ' for ', show($client), ' ', $client->getData(), "\n";

        return $client->getData() === 'quiet' ? null : '';
    }
}

$dispatcher = dispatcher(parser: new Greeter());
$server = new RecordingServer();
$dispatcher->dispatch($server, '', frame(7, 'loud'));
$dispatcher->dispatch($server, '', frame(7, 'quiet'));
?>
--EXPECT--
encode: {"status":"OK","message":null,"opCode":1,"finish":true,"reset":false,"code":1000,"reason":null} for EasySwoole\Socket\Client\WebSocket loud
$server->push(7, "", 1, true)
encode: {"status":"OK","message":null,"opCode":1,"finish":true,"reset":false,"code":1000,"reason":null} for EasySwoole\Socket\Client\WebSocket quiet
