--TEST--
Ports and iterators that outlive their server are empty, and no crash
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$port = $server->ports[0];
$connections = $port->connections;
unset($server);
var_dump(count($connections), iterator_to_array($connections), isset($connections[1]));
foreach (['set' => [[]], 'on' => ['open', fn () => 0]] as $method => $arguments) {
    try {
        $port->$method(...$arguments);
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) use ($connections) {
    $server->push($frame->fd, count($connections) . count(iterator_to_array($connections)));
});
run_server($server, function (int $port) {
    $client = WebSocketClient::open($port);
    $client->text('x');
    echo $client->readFrame(), "\n";
});
?>
--EXPECT--
int(0)
array(0) {
}
bool(false)
the server of this port is gone
the server of this port is gone
text "00"
