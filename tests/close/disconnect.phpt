--TEST--
disconnect(): code and reason go out, onClose runs inside with status 3, and the close reply ends the connection
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('message', function ($server, $frame) {
    $server->push($frame->fd, 'last words');
    var_dump($server->disconnect($frame->fd, 4000, 'grund: ü'));
    var_dump($server->exists($frame->fd), $server->getClientInfo($frame->fd));
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    echo $c->readMessage(), "\n";
    $c->expectClose(4000, 'grund: ü');
    $c->expectSilence(); // the server waits for our close frame
    $c->close(4000);
    $c->expectEof();
});
--EXPECT--
last words
#1 reactor -1, status 3, 4000 "grund: ü" by server
bool(true)
bool(false)
bool(false)
