--TEST--
Socket\Bean\Response: constants and defaults
--EXTENSIONS--
easyswoole
--FILE--
<?php
use EasySwoole\Socket\Bean\Response;

var_dump(Response::STATUS_OK, Response::STATUS_RESPONSE_AND_CLOSE, Response::STATUS_CLOSE);
$response = new Response();
var_dump(
    $response->getStatus(), $response->getMessage(), $response->getOpCode(), $response->isFinish(),
    $response->isReset(), $response->getCode(), $response->getReason()
);
echo $response, "\n";
print_r($response->allProperty());
?>
--EXPECT--
string(2) "OK"
string(18) "RESPONSE_AND_CLOSE"
string(5) "CLOSE"
string(2) "OK"
NULL
int(1)
bool(true)
bool(false)
int(1000)
NULL
{"status":"OK","message":null,"opCode":1,"finish":true,"reset":false,"code":1000,"reason":null}
Array
(
    [0] => status
    [1] => message
    [2] => opCode
    [3] => finish
    [4] => reset
    [5] => code
    [6] => reason
)
