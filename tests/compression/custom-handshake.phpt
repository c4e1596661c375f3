--TEST--
The engine says in a 101 of onHandShake what was agreed, and leaves out what user code says about it
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

$server = echo_server();
$server->on('handshake', function ($request, $response) {
    $response->header('Upgrade', 'websocket');
    $response->header('Connection', 'Upgrade');
    $response->header('Sec-WebSocket-Accept', base64_encode(sha1($request->header['sec-websocket-key'] . WebSocketClient::GUID, true)));
    $response->header('sec-websocket-EXTENSIONS', 'x-my-own', false);
    $response->status($request->server['request_uri'] === '/no' ? 403 : 101);
    $response->end();
});
run_server($server, function (int $port) {
    $c = new DeflateClient($port);
    echo $c->agreed, "\n";
    $c->send(str_repeat('custom ', 100));
    echo $c->read($how) === str_repeat('custom ', 100) ? $how : 'other text', "\n";
    $c->leave();

    $client = WebSocketClient::open($port);
    var_dump($client->response->header('Sec-WebSocket-Extensions'));
    $client->close();
    $client->expectClose();

    $client = new WebSocketClient($port);
    $response = $client->request('GET', '/no', ['Sec-WebSocket-Key' => 'x', 'Upgrade' => 'websocket', 'Connection' => 'Upgrade', 'Sec-WebSocket-Extensions' => 'permessage-deflate']);
    echo $response->status, ' ', $response->header('Sec-WebSocket-Extensions'), "\n";

    $client = new WebSocketClient($port);
    echo $client->request('GET', '/', ['Upgrade' => 'websocket', 'Connection' => 'Upgrade', 'Sec-WebSocket-Extensions' => '=']), "\n";
});
?>
--EXPECT--
permessage-deflate; server_no_context_takeover; client_no_context_takeover
packed
NULL
403 x-my-own
400 Bad Request "400 Bad Request
"
