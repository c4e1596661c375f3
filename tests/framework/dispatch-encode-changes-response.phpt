--TEST--
Dispatcher: encode() may change opcode and finish, but not the status
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\Socket\Bean\Response;

class Late extends DotParser
{
    public function encode(Response $response, $client): ?string
    {
        $response->setOpCode(2);
        $response->setFinish(false);
        $response->setStatus(Response::STATUS_RESPONSE_AND_CLOSE);

        return 'data';
    }
}
dispatcher(parser: Late::class)->dispatch(new RecordingServer(), '', frame());
?>
--EXPECT--
$server->push(7, "data", 2, false)
