--TEST--
Controller::responseImmediately() sends past encode(), without asking whether the client exists
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\Socket\AbstractInterface\Controller;
use EasySwoole\Socket\Client\WebSocket;

class MyClient extends WebSocket
{
    public function getFd()
    {
        return 99;
    }
}

class Index extends Controller
{
    public function twice()
    {
        var_dump($this->responseImmediately('one'));
        $this->responseImmediately('two');
    }

    public function toOthers()
    {
        foreach ([new MyClient(), new stdClass(), null] as $client) {
            $this->caller()->setClient($client);
            $this->responseImmediately('whoever');
        }
    }
}

$server = new RecordingServer();
dispatcher()->dispatch($server, 'Index.twice', frame(8));
dispatcher()->dispatch($server, 'Index.toOthers', frame());
?>
--EXPECT--
$server->push(8, "one")
NULL
$server->push(8, "two")
$server->push(99, "whoever")
