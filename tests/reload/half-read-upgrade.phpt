--TEST--
A handshake that is half read when the successor takes over: it is finished, and closed with 1012, not cut off later
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(function () {
    $server = calling_server([], ['worker_num' => 1, 'max_wait_time' => 60], SWOOLE_PROCESS);
    $server->on('open', static fn ($server, $request) => $server->push($request->fd, 'open'));
    $server->on('close', static function ($server, $fd) {
        $info = $server->getClientInfo($fd);
        echo "close by {$info['close_by']}, {$info['close_code']}\n";
    });
    return $server;
}, function (int $port, int $master) {
    $moves = WebSocketClient::open($port);
    $moves->readFrame();
    $pid = call($moves, 'pid');
    $half = new WebSocketClient($port);
    $request = WebSocketClient::upgradeRequest();
    $half->send(substr($request, 0, 30));
    call($moves, 'pid'); // the server has read that
    posix_kill($master, SIGUSR1);
    wait_moved($moves, $pid);
    $half->send(substr($request, 30));
    echo $half->readResponse()->status, "\n", $half->readFrame(), "\n", $half->readFrame(), "\n";
    $half->close(1012);
    $half->expectEof();
    leave($moves);
});
?>
--EXPECT--
101
text "open"
close 1012 ""
close by shutdown, 1012
close by client, 1000
