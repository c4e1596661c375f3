--TEST--
onHandShake decides with status 101: the client gets exactly the user's headers, Server and Date; onOpen is not called
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('open', fn () => print("never called\n"));
$server->on('beforeHandshakeResponse', fn () => print("never called\n"));
$server->on('handShake', function ($request, $response) use ($server) {
    echo 'status ', $server->getClientInfo($request->fd)['websocket_status'], "\n";
    $response->header('Upgrade', 'websocket');
    $response->header('Connection', 'Upgrade');
    $response->header('Sec-WebSocket-Accept', base64_encode(sha1($request->header['sec-websocket-key'] . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11', true)));
    $response->status(101);
    var_dump($response->end(), $server->isEstablished($request->fd), $server->push($request->fd, 'right behind the 101'));
    return false; // means nothing
});
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
run_server($server, function (int $port) {
    $client = WebSocketClient::open($port);
    echo head($client->response), "\n", $client->readFrame(), "\n";
    $client->text('hello');
    echo $client->readFrame(), "\n";
    $client->close();
    $client->expectClose();
});
?>
--EXPECT--
HTTP/1.1 101 Switching Protocols
Upgrade: websocket
Connection: Upgrade
Sec-Websocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
Server: swoole-http-server
Date: (now)

text "right behind the 101"
text "hello"
status 2
bool(true)
bool(true)
bool(true)
