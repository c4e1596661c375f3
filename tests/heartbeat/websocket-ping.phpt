--TEST--
websocket_ping_interval: the server pings who is silent; who answers lives, who does not is closed by "timeout"
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(function () {
    $server = calling_server([], ['websocket_ping_interval' => 0.3, 'websocket_pong_timeout' => 3, 'worker_num' => 1], SWOOLE_PROCESS);
    $server->on('close', static function ($server, $fd) {
        $info = $server->getClientInfo($fd);
        echo "close by {$info['close_by']}, {$info['close_code']}\n";
    });
    return $server;
}, function (int $port) {
    $dead = WebSocketClient::open($port);
    $alive = WebSocketClient::open($port);
    $busy = WebSocketClient::open($port);
    $pid = call($busy, 'pid');
    for ($pings = 0; $pings < 5; $pings++) {
        $frame = $alive->readFrame();
        if ($frame->opcode !== WebSocketClient::PING) {
            die("$frame");
        }
        if ($pings === 2) {
            // A ping that was sent before a reload is answered after it.
            call($busy, 'reload');
            wait_moved($busy, $pid);
        }
        $alive->pong($frame->payload);
        while ($busy->readable(0)) {
            $busy->readFrame();
            $busy->pong();
        }
    }
    echo $dead->readFrame(), "\n";
    $dead->expectEof(true); // one ping, no answer
    while ($busy->readable(0)) {
        $busy->readFrame();
    }
    $busy->close();
    while ($busy->readFrame()->opcode !== WebSocketClient::CLOSE) {
    }
    $alive->close();
    while ($alive->readFrame()->opcode !== WebSocketClient::CLOSE) {
    }
});
?>
--EXPECT--
ping ""
close by timeout, 1006
close by client, 1000
close by client, 1000
