--TEST--
A client that leaves while its handshake is pending is one onClose, and ending the response later is harmless
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => 0);
$kept = null;
$server->on('handshake', function ($request, $response) use (&$kept) {
    $kept = $response;
});
$server->on('close', function ($server, $fd, $reactor) use (&$kept) {
    if ($server->getClientInfo($fd)['websocket_status'] === 0) {
        return; // one of those that only ask
    }
    echo "close $fd ", $reactor >= 0 ? '>= 0' : $reactor, ", status {$server->getClientInfo($fd)['websocket_status']}\n";
    $kept->status(101);
    var_dump($kept->end());
});
$server->on('request', function ($request, $response) use (&$kept) {
    if ($request->server['request_uri'] === '/end') {
        var_dump($kept->end());
    }
    $response->end('ok');
});
run_server($server, function (int $port) {
    foreach (['disconnect', 'reset'] as $how) {
        $client = new WebSocketClient($port);
        $client->send(WebSocketClient::upgradeRequest());
        (new WebSocketClient($port))->request('GET', '/'); // a round trip: the handshake is pending now
        $client->$how();
        echo (new WebSocketClient($port))->request('GET', '/end'), "\n";
    }
});
?>
--EXPECT--
200 OK "ok"
200 OK "ok"
close 1 >= 0, status 2
bool(false)
bool(false)
close 4 >= 0, status 2
bool(false)
bool(false)
