--TEST--
A port with its own set() inherits nothing: on a WebSocket server it is plain TCP, and its onClose falls back
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => 0);
$server->on('close', fn ($server, $fd) => print("main close, websocket_status " . json_encode($server->getClientInfo($fd)['websocket_status'] ?? null) . "\n"));
$tcp = $server->addlistener('127.0.0.1', 0, SWOOLE_SOCK_TCP);
var_dump($tcp->set([]), $tcp->setting, $tcp->on('receive', fn ($server, $fd, $reactor, $data) => $server->send($fd, "tcp $data")));
$http = $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP);
$http->set(['open_http_protocol' => true]);
$http->on('request', fn ($request, $response) => $response->end('http ' . $request->server['server_port']));
run_server($server, function (int $port) use ($tcp, $http) {
    $client = new WebSocketClient($tcp->port);
    $client->send('GET / HTTP/1.1');
    echo $client->read(18), "\n";
    $client->shutdown();
    $client->expectEof();
    $client = new WebSocketClient($http->port);
    $client->send(WebSocketClient::upgradeRequest());
    var_dump($client->readResponse()->body === "http $http->port");
});
?>
--EXPECT--
NULL
array(0) {
}
bool(true)
tcp GET / HTTP/1.1
bool(true)
main close, websocket_status null
main close, websocket_status null
