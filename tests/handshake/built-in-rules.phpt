--TEST--
The built-in handshake is strict: every rule of RFC 6455 has a refusal, and 426 names the version
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('open', fn () => print("never called\n"));
$server->on('message', fn () => print("never called\n"));
$server->on('request', fn () => print("never called\n"));
run_server($server, function (int $port) {
    $refused = [
        'POST' => ['POST', []],
        'no Connection' => ['GET', ['Connection' => null]],
        'Connection: keep-alive' => ['GET', ['Connection' => 'keep-alive']],
        'no key' => ['GET', ['Sec-WebSocket-Key' => null]],
        'empty key' => ['GET', ['Sec-WebSocket-Key' => '']],
        'key of 15 bytes' => ['GET', ['Sec-WebSocket-Key' => base64_encode(str_repeat('x', 15))]],
        'key of 17 bytes' => ['GET', ['Sec-WebSocket-Key' => base64_encode(str_repeat('x', 17))]],
        '24 characters that are no base64' => ['GET', ['Sec-WebSocket-Key' => '!!!!!!!!!!!!!!!!!!!!!!==']],
        'two keys' => ['GET', ['Sec-WebSocket-Key: ' . WebSocketClient::KEY]],
        'no version' => ['GET', ['Sec-WebSocket-Version' => null]],
        'version 8' => ['GET', ['Sec-WebSocket-Version' => '8']],
        'versions 13, 8' => ['GET', ['Sec-WebSocket-Version' => '13, 8']],
        'no Host' => ['GET', ['Host' => null]],
        'two hosts' => ['GET', ['Host: other']],
    ];
    foreach ($refused as $name => [$method, $headers]) {
        $client = new WebSocketClient($port);
        $client->send(preg_replace('~^GET~', $method, WebSocketClient::upgradeRequest('/', $headers)));
        $response = $client->readResponse();
        $client->expectEof();
        echo "$name: $response->status", $response->status === 426 ? ', version ' . $response->header('Sec-WebSocket-Version') : '', "\n";
    }
    echo 'HTTP/1.0: ', strtok(exchange($port, str_replace('HTTP/1.1', 'HTTP/1.0', WebSocketClient::upgradeRequest())), "\r"), "\n";
});
?>
--EXPECT--
POST: 405
no Connection: 400
Connection: keep-alive: 400
no key: 400
empty key: 400
key of 15 bytes: 400
key of 17 bytes: 400
24 characters that are no base64: 400
two keys: 400
no version: 426, version 13
version 8: 426, version 13
versions 13, 8: 426, version 13
no Host: 400
two hosts: 400
HTTP/1.0: HTTP/1.1 400 Bad Request
