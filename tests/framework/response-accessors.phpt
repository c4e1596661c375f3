--TEST--
Socket\Bean\Response: accessors convert as declared; the constructor takes an array
--EXTENSIONS--
easyswoole
--FILE--
<?php
use EasySwoole\Socket\Bean\Response;

$response = new Response(['status' => 'CLOSE', 'code' => 1008, 'unknown' => 1]);
$response->setMessage(['any' => 'thing']);
$response->setOpCode('2');
$response->setFinish(0);
$response->setReset(true);
$response->setReason('why');
echo json_encode($response), "\n";
$response->setStatus('OK');
$response->setCode(1000);
var_dump($response->getStatus(), $response->getCode(), $response->getOpCode(), $response->isFinish(),
    $response->isReset(), $response->getReason());

class Odd extends Response
{
    protected $status = 5;
    protected $opCode = '2';
    protected $finish = 1;
    protected $reason = 1.5;
}
$odd = new Odd();
var_dump($odd->getStatus(), $odd->getOpCode(), $odd->isFinish(), $odd->getReason());
try {
    $response->setReason([]);
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECT--
{"status":"CLOSE","message":{"any":"thing"},"opCode":2,"finish":false,"reset":true,"code":1008,"reason":"why"}
string(2) "OK"
int(1000)
int(2)
bool(false)
bool(true)
string(3) "why"
string(1) "5"
int(2)
bool(true)
string(3) "1.5"
EasySwoole\Socket\Bean\Response::setReason(): Argument #1 ($reason) must be of type string, array given
