--TEST--
heartbeat_idle_time and heartbeat_check_interval: one sets the other; heartbeat() lists, heartbeat(true) closes
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

// Without either heartbeat() is false; with one of them it is an array.
foreach ([[], ['heartbeat_idle_time' => 1000], ['heartbeat_check_interval' => 500]] as $settings) {
    run_server(fn () => calling_server(['beat' => fn ($server) => $server->heartbeat()], $settings), function (int $port) {
        $c = WebSocketClient::open($port);
        echo json_encode(call($c, 'beat')), "\n";
        leave($c);
    });
}
// heartbeat_check_interval alone closes after twice that time; heartbeat_idle_time alone after that.
foreach ([['heartbeat_check_interval' => 0.3], ['heartbeat_idle_time' => 0.6]] as $settings) {
    run_server(fn () => calling_server([], $settings), function (int $port) {
        $c = WebSocketClient::open($port);
        call($c, 'id');
        $begin = microtime(true);
        $c->readAll();
        $took = microtime(true) - $begin;
        var_dump($took >= 0.55 && $took < 3 * time_factor() ?: $took);
    });
}
// heartbeat(true) closes connections of all workers.
run_server(function () {
    $server = calling_server([
        'beat' => function ($server, $fd, $close, $seconds) {
            for ($end = microtime(true) + $seconds; microtime(true) < $end;) {
                usleep(10000); // nothing is read meanwhile, and the worker does not look at its limits
            }
            return $server->heartbeat($close);
        },
        'protect' => fn ($server, $fd) => $server->protect($fd),
    ], ['worker_num' => 1, 'task_worker_num' => 1, 'heartbeat_idle_time' => 2, 'heartbeat_check_interval' => 1]);
    $server->on('close', static function ($server, $fd, $reactor) {
        $info = $server->getClientInfo($fd);
        if ($info['close_by'] !== 'client') {
            echo "close by {$info['close_by']}, reactor $reactor\n";
        }
    });
    return $server;
}, function (int $port) {
    $silent = WebSocketClient::open($port);
    $c = WebSocketClient::open($port);
    $fds = [call($silent, 'fd'), call($c, 'fd')];
    var_dump(call($c, 'beat', false, 0), call($c, 'beat', true, 0));
    call($c, 'protect');
    var_dump(call($c, 'beat', true, 2.2) === [$fds[0]]);
    $silent->readAll();
    leave($c);
});
?>
--EXPECT--
false
[]
[]
bool(true)
bool(true)
array(0) {
}
array(0) {
}
bool(true)
close by server, reactor -1
