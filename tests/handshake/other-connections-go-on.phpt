--TEST--
While a handshake is pending other connections are served
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$kept = [];
$server->on('handshake', function ($request, $response) use (&$kept) {
    if ($request->server['request_uri'] === '/wait') {
        $kept[] = $response;
        return;
    }
    accept_headers($request, $response);
    $response->status(101);
    $response->end();
});
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
run_server($server, function (int $port) {
    $waiting = new WebSocketClient($port);
    $waiting->send(WebSocketClient::upgradeRequest('/wait'));
    $client = WebSocketClient::open($port);
    $client->text('hello');
    echo $client->readFrame(), "\n";
    $client->close();
    $client->expectClose();
});
?>
--EXPECT--
text "hello"
