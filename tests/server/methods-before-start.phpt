--TEST--
Methods that need a running server: a warning and false before it starts; shutdown() fails without a warning, 509
--FILE--
<?php
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
foreach (['send' => [1, 'x'], 'close' => [1], 'exists' => [1], 'exist' => [1], 'getClientInfo' => [1], 'connection_info' => [1], 'getClientList' => [],
    'connection_list' => [], 'stats' => [], 'stop' => [], 'push' => [1, 'x'], 'disconnect' => [1], 'isEstablished' => [1]] as $method => $arguments) {
    error_clear_last();
    echo "$method: ", json_encode(@$server->$method(...$arguments)), ' ', strrchr(error_get_last()['message'] ?? '', ' '), ' ', $server->getLastError(), "\n";
}
var_dump($server->shutdown(), swoole_last_error(), count($server->connections), iterator_to_array($server->connections), $server->getWorkerId());
?>
--EXPECT--
send: false  running 503
close: false  running 503
exists: false  running 503
exist: false  running 503
getClientInfo: false  running 503
connection_info: false  running 503
getClientList: false  running 503
connection_list: false  running 503
stats: false  running 503
stop: false  running 503
push: false  running 503
disconnect: false  running 503
isEstablished: false  running 503
bool(false)
int(509)
int(0)
array(0) {
}
bool(false)
