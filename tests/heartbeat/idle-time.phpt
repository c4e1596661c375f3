--TEST--
heartbeat_idle_time closes silent connections of every protocol, protect() exempts, a byte is enough to live
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$output = run_server(function () {
    $server = calling_server(['protect' => fn ($server, $fd, $to, $on = true) => $server->protect($to, $on)],
        ['worker_num' => 2, 'heartbeat_check_interval' => 0.2, 'heartbeat_idle_time' => 1]);
    $server->on('request', static fn ($request, $response) => $response->end('x'));
    $server->on('close', static function ($server, $fd, $reactor) {
        $info = $server->getClientInfo($fd);
        if ($info['close_by'] !== 'client') {
            $reactor = $reactor >= 0 ? 'not negative' : $reactor;
            echo "close by {$info['close_by']}, {$info['close_code']}, status {$info['websocket_status']}, reactor $reactor\n";
        }
    });
    return $server;
}, function (int $port) {
    [$alive, $other] = client_of_each_worker($port, 2);
    $silent = WebSocketClient::open($port);
    $protected = WebSocketClient::open($port);
    $half = WebSocketClient::open($port);
    $http = new WebSocketClient($port);
    $http->request('GET', '/');
    $fd = call($protected, 'fd');
    var_dump(call($alive, 'protect', $fd));
    $bytes = str_split(WebSocketClient::frame(1, '["fd",[]]'));
    $begin = microtime(true);
    while (microtime(true) - $begin < 2.5 * time_factor()) { // others live on single bytes and pings
        call($alive, 'id');
        $other->ping();
        $bytes ? $half->send(array_shift($bytes)) : $half->ping();
        usleep(100000);
    }
    $silent->expectEof(true);
    $http->expectEof(true);
    while ($other->readable(0)) {
        $other->readFrame();
    }
    call($protected, 'id');
    var_dump(call($alive, 'protect', $fd, false));
    $begin = microtime(true);
    $end = fn () => $protected->readable(0);
    while (!$end() && microtime(true) - $begin < 10) {
        call($alive, 'id');
        $other->ping();
        $half->ping();
        usleep(50000);
    }
    $protected->expectEof(true);
    foreach ([$alive, $other, $half] as $c) {
        leave($c);
    }
}, ['print' => false]);
$lines = explode("\n", trim($output));
sort($lines); // two workers
echo implode("\n", $lines), "\n";
?>
--EXPECT--
bool(true)
bool(true)
close by timeout, 0, status 0, reactor not negative
close by timeout, 1006, status 3, reactor not negative
close by timeout, 1006, status 3, reactor not negative
