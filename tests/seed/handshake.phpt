--TEST--
The documentation's page as printed: custom handshake, messages through parser and controller
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/seed.inc';

run_seed(false, function (int $port) {
    echo "accepted\n";
    $c = WebSocketClient::open($port);
    echo $c->response->status, ' ', $c->response->header('sec-websocket-accept'), "\n";
    echo implode(' | ', preg_grep('~^Date:~', explode("\r\n", trim($c->response->head)), PREG_GREP_INVERT)), "\n";
    $c->text('{"action": "hello", "args": {"name": "world"}}');
    echo $c->readFrame(), "\n";
    $c->close(1000, 'done');
    $c->expectClose(1000, 'done');

    echo "with a sub-protocol\n";
    $c = WebSocketClient::open($port, '/', ['Sec-WebSocket-Protocol' => 'chat']);
    echo $c->response->status, ' ', $c->response->header('sec-websocket-protocol'), "\n";
    $c->text('{"action": "bye"}');
    echo $c->readFrame(), "\n", $c->readFrame(), "\n";
    $c->close(1000);
    $c->expectEof();

    foreach (['missing' => null, 'too short' => 'c2hvcnQ=', 'not base64' => '*******************===='] as $what => $key) {
        echo "key $what\n";
        $c = new WebSocketClient($port);
        $c->send(WebSocketClient::upgradeRequest('/', ['Sec-WebSocket-Key' => $key]));
        echo $c->readResponse(), "\n";
        $c->expectEof();
    }
});
?>
--EXPECT--
accepted
101 s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
HTTP/1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-Websocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | Sec-Websocket-Version: 13 | Keepalive: off | Server: swoole-http-server
text "hello world"
with a sub-protocol
101 chat
text "bye"
close 1000 ""
key missing
200 OK
key too short
200 OK
key not base64
200 OK
string(22) "shake success at fd :1"
string(22) "shake success at fd :2"
string(12) "shake fai1 3"
string(12) "shake fai1 4"
string(12) "shake fai1 4"
