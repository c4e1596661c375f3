--TEST--
A port without set() inherits the main settings, and callbacks fall back to the primary port's one by one
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->set(['websocket_subprotocol' => 'chat']);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, "main $frame->data"));
$server->on('open', fn ($server, $request) => print("main open\n"));
$server->on('close', fn ($server, $fd) => print("main close\n"));
$second = $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP);
$second->on('open', fn ($server, $request) => print("own open\n"));
var_dump($server->ports[1] === $second, $second->port > 0, $second->setting);
$server->on('workerStart', fn () => var_dump($second->setting === $server->setting));
run_server($server, function (int $port) use ($second) {
    foreach ([$port, $second->port] as $number) {
        $client = WebSocketClient::open($number, '/', ['Sec-WebSocket-Protocol' => 'chat']);
        $client->text('x');
        echo $client->response->header('Sec-WebSocket-Protocol'), ' ', $client->readFrame(), "\n";
        $client->close();
        $client->expectClose();
    }
});
?>
--EXPECT--
bool(true)
bool(true)
NULL
chat text "main x"
chat text "main x"
bool(true)
main open
main close
own open
main close
