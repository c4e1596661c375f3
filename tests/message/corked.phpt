--TEST--
The small pushes of one callback leave together, in one segment
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('message', function ($server, $frame) {
    for ($i = 0; $i < 100; $i++) {
        $server->push($frame->fd, 'x');
    }
    echo $server->getClientInfo($frame->fd)['send_queued_bytes'], " bytes wait\n";
});
$server->on('close', fn () => null);
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('go');
    $read = [$c->stream];
    $none = null;
    stream_select($read, $none, $none, 10);
    echo strlen(stream_socket_recvfrom($c->stream, 1000)), " bytes at once\n";
});
--EXPECT--
300 bytes at once
300 bytes wait
