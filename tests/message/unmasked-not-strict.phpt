--TEST--
websocket_strict=false takes unmasked frames, with flags 1, and nothing else that is wrong
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['websocket_strict' => false]);
$server->on('message', function ($server, $frame) {
    echo "$frame->data $frame->flags\n";
    $server->push($frame->fd, $frame->data);
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->sendFrame(1, 'unmasked', mask: false);
    $c->readMessage();
    $c->sendFrame(1, 'masked');
    $c->readMessage();
    $c->sendFrame(1, "\xff", mask: false);
    $c->expectClose(1007);
    $c->expectEof();
});
--EXPECT--
unmasked 1
masked 33
#1 reactor 0, status 3, 1007 "text is not UTF-8" by error
