--TEST--
A Response of onHandShake may be kept and ended later from outside; frames that came meanwhile are delivered then
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$kept = [];
$server->on('handshake', function ($request, $response) use (&$kept) {
    accept_headers($request, $response);
    $response->status(101);
    $kept[$request->fd] = $response;
});
$server->on('request', function ($request, $response) use (&$kept, $server) {
    foreach ($kept as $fd => $one) {
        echo "before: ", json_encode([$server->isEstablished($fd), $server->exists($fd), $server->getClientInfo($fd)['websocket_status']]), "\n";
        var_dump($one->end());
        echo "after: ", json_encode([$server->isEstablished($fd), $server->exists($fd), $server->getClientInfo($fd)['websocket_status']]), "\n";
    }
    $response->end('done');
});
$server->on('message', function ($server, $frame) {
    echo "message $frame->data\n";
    $server->push($frame->fd, $frame->data);
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send(WebSocketClient::upgradeRequest() . WebSocketClient::frame(1, 'in the same packet'));
    $client->sendSlowly(WebSocketClient::frame(1, 'later'));
    $client->expectSilence(0.05);
    echo (new WebSocketClient($port))->request('GET', '/'), "\n";
    echo $client->readResponse()->status, "\n", $client->readFrame(), "\n", $client->readFrame(), "\n";
    $client->close();
    $client->expectClose();
});
?>
--EXPECT--
200 OK "done"
101
text "in the same packet"
text "later"
before: [false,true,2]
bool(true)
after: [true,true,3]
message in the same packet
message later
