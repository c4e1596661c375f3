--TEST--
websocket_subprotocol is answered only to a client that offered it
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->set(['websocket_subprotocol' => 'chat.v2']);
$server->on('message', fn () => 0);
run_server($server, function (int $port) {
    foreach ([null, 'soap', 'Chat.V2', 'chat.v2', 'soap, chat.v2', 'chat.v22'] as $offer) {
        $client = WebSocketClient::open($port, '/', ['Sec-WebSocket-Protocol' => $offer]);
        echo json_encode($offer), ': ', json_encode($client->response->header('Sec-WebSocket-Protocol')), "\n";
    }
});
?>
--EXPECT--
null: null
"soap": null
"Chat.V2": null
"chat.v2": "chat.v2"
"soap, chat.v2": "chat.v2"
"chat.v22": null
