--TEST--
onClose comes once for every way in which a WebSocket over TLS can end, and says how
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

$server = wss_server();
$server->on('message', fn ($server, $frame) => match ($frame->data) {
    'disconnect' => $server->disconnect($frame->fd, 4000, 'enough'),
    'close' => $server->close($frame->fd),
    'kill' => $server->close($frame->fd, true),
});
$server->on('connect', fn ($server, $fd) => print("#$fd connect\n"));
$server->on('close', function ($server, $fd, $reactor) {
    $info = $server->getClientInfo($fd);
    echo "#$fd close $reactor, {$info['close_code']} \"{$info['close_reason']}\" by {$info['close_by']}, errno {$info['close_errno']}\n";
});
run_server($server, function (int $port) {
    $c = wss_client($port); // 1: in order
    $c->close(1000, 'bye');
    $c->expectClose(1000, 'bye');
    $c->expectEof();
    $c = wss_client($port); // 2: TLS and TCP end, no close frame
    $c->disconnect();
    $c = wss_client($port); // 3: TCP ends, TLS does not
    $c->shutdown();
    $c->expectEof();
    foreach (['disconnect', 'close', 'kill'] as $how) { // 4, 5, 6
        $c = wss_client($port);
        $c->text($how);
        if ($how === 'disconnect') {
            $c->expectClose(4000, 'enough');
            $c->close(4000);
        }
        $how === 'kill' ? $c->readAll() : $c->expectEof();
    }
    $c = wss_client($port); // 7: breaks the rules of WebSockets
    $c->sendFrame(WebSocketClient::TEXT, 'x', mask: false);
    $c->expectClose(1002);
    $c->expectEof();
    static $last = []; // 8: is there when the server ends
    $last[] = wss_client($port);
});
?>
--EXPECT--
#1 connect
#1 close 0, 1000 "bye" by client, errno 0
#2 connect
#2 close 0, 1006 "" by client, errno 0
#3 connect
#3 close 0, 1006 "" by client, errno 0
#4 connect
#4 close -1, 4000 "enough" by server, errno 0
#5 connect
#5 close -1, 1006 "" by server, errno 0
#6 connect
#6 close -1, 1006 "" by server, errno 0
#7 connect
#7 close 0, 1002 "frame is not masked" by error, errno 0
#8 connect
#8 close -1, 1001 "" by shutdown, errno 0
