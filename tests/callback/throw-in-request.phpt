--TEST--
An exception in onRequest answers 500; once the head is sent, the connection just ends
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
$server->on('request', function ($request, $response) {
    if ($request->server['request_uri'] === '/late') {
        $response->write('part');
    }
    throw new Exception('no');
});
run_server($server, function (int $port) {
    $c = new WebSocketClient($port);
    echo $c->request('GET', '/')->status, "\n";
    $c->expectEof();
    $c = new WebSocketClient($port);
    $c->send(WebSocketClient::httpRequest('GET', '/late'));
    $c->readUntil("part\r\n");
    $c->expectEof();
});
--EXPECTF--
500

Warning: Uncaught Exception: no in %s:%d
Stack trace:
%A
  thrown in %s on line %d

Warning: Uncaught Exception: no in %s:%d
Stack trace:
%A
  thrown in %s on line %d
