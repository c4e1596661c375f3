--TEST--
websocket_origins names the origins whose pages may connect; any other is refused with 403
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

foreach ([['https://a.example', 'https://b.example:8443'], 'https://a.example, https://b.example:8443'] as $origins) {
    run_server(function () use ($origins) {
        $server = new Swoole\WebSocket\Server('127.0.0.1', 0);
        $server->set(['websocket_origins' => $origins]);
        $server->on('message', fn () => 0);
        return $server;
    }, function (int $port) {
        foreach (['https://a.example', 'https://b.example:8443', null, 'https://b.example', 'http://a.example', 'https://a.example.evil', 'null', ''] as $origin) {
            $client = new WebSocketClient($port);
            $client->send(WebSocketClient::upgradeRequest('/', ['Origin' => $origin]));
            echo json_encode($origin, JSON_UNESCAPED_SLASHES), ': ', $client->readResponse()->status, "\n";
        }
        $client = new WebSocketClient($port);
        $client->send(WebSocketClient::upgradeRequest('/', ['Origin' => 'https://a.example', 'Origin: https://evil.example']));
        echo 'two: ', $client->readResponse()->status, "\n";
    });
}
?>
--EXPECT--
"https://a.example": 101
"https://b.example:8443": 101
null: 101
"https://b.example": 403
"http://a.example": 403
"https://a.example.evil": 403
"null": 403
"": 403
two: 403
"https://a.example": 101
"https://b.example:8443": 101
null: 101
"https://b.example": 403
"http://a.example": 403
"https://a.example.evil": 403
"null": 403
"": 403
two: 403
