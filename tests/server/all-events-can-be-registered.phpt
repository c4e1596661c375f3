--TEST--
Every event of Swoole can be registered, on the server and, where it belongs to connections, on a port
--FILE--
<?php
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$host = ['start', 'beforeShutdown', 'shutdown', 'workerStart', 'workerStop', 'beforeReload', 'afterReload', 'task', 'finish', 'workerExit',
    'workerError', 'managerStart', 'managerStop', 'pipeMessage'];
$port = ['connect', 'receive', 'close', 'packet', 'bufferFull', 'bufferEmpty', 'request', 'handShake', 'beforeHandshakeResponse', 'open', 'message',
    'disconnect'];
foreach ([...$host, ...$port] as $event) {
    if (!$server->on($event, fn () => 0)) {
        echo "not on the server: $event\n";
    }
}
foreach ($port as $event) {
    if (!$server->ports[0]->on($event, fn () => 0)) {
        echo "not on a port: $event\n";
    }
}
foreach ($host as $event) {
    if (@$server->ports[0]->on($event, fn () => 0)) {
        echo "must not be on a port: $event\n";
    }
}
echo error_get_last()['message'], "\n";
?>
--EXPECT--
Swoole\Server\Port::on(): unknown event types[pipeMessage]
