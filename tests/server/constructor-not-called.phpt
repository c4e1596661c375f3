--TEST--
A subclass that does not call the parent constructor gets an Error, and no crash, from every method
--FILE--
<?php
class MyServer extends Swoole\WebSocket\Server
{
    public function __construct()
    {
    }
}
$server = new MyServer();
foreach (['set' => [[]], 'on' => ['start', fn () => 0], 'listen' => ['127.0.0.1', 0, 1], 'start' => []] as $method => $arguments) {
    try {
        $server->$method(...$arguments);
    } catch (Error $e) {
        echo "$method: ", $e->getMessage(), "\n";
    }
}
foreach (['send' => [1, 'x'], 'close' => [1], 'exists' => [1], 'push' => [1, 'x'], 'stop' => [], 'shutdown' => [], 'getClientInfo' => [1],
    'getClientList' => [], 'getCallback' => ['open'], 'getMasterPid' => [], 'getWorkerId' => [], 'stats' => []] as $method => $arguments) {
    echo "$method: ", json_encode(@$server->$method(...$arguments)), "\n";
}
?>
--EXPECT--
set: the constructor of MyServer was not called
on: the constructor of MyServer was not called
listen: the constructor of MyServer was not called
start: the constructor of MyServer was not called
send: false
close: false
exists: false
push: false
stop: false
shutdown: false
getClientInfo: false
getClientList: false
getCallback: null
getMasterPid: 0
getWorkerId: false
stats: false
