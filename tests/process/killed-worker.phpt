--TEST--
kill -9 of a worker: its clients get their onClose in the replacement, workerError says why, others notice nothing
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(function () {
    $server = calling_server([
        'opens' => fn ($server) => [$server->stats()['accept_count'], $server->stats()['close_count'], $server->stats()['connection_num']],
        'exists' => fn ($server, $fd, $to) => [$server->exists($to), $server->getClientInfo($to), @$server->push($to, 'x')],
    ], ['worker_num' => 2]);
    $server->on('close', static function ($server, $fd, $reactor) {
        $info = $server->getClientInfo($fd);
        if ($info['close_by'] !== 'client') {
            $results = json_encode([$server->exists($fd), @$server->push($fd, 'x'), $server->close($fd), @$server->disconnect($fd)]);
            echo "worker $server->worker_id: close by {$info['close_by']}, {$info['close_code']}, status {$info['websocket_status']}, reactor $reactor $results\n";
        }
    });
    $server->on('workerError', static function ($server, $id, $pid, $code, $signal) {
        $same = $pid !== $server->getWorkerPid($id);
        echo "workerError $id " . json_encode($same) . " $code $signal in the master: " . json_encode(getmypid() === $server->master_pid) . "\n";
    });
    return $server;
}, function (int $port, int $master) {
    [$zero, $one] = client_of_each_worker($port, 2);
    $more = [];
    while (count($more) < 3) {
        $c = WebSocketClient::open($port);
        call($c, 'id') === 1 ? $more[] = $c : leave($c);
    }
    $fd = call($one, 'fd');
    $pid = call($one, 'pid');
    posix_kill($pid, SIGKILL);
    foreach ([$one, ...$more] as $c) {
        $c->readAll();
    }
    var_dump(wait_until(fn () => call($zero, 'opens')[2] === 1));
    echo json_encode(call($zero, 'exists', $fd)), "\n";
    var_dump(zombies_of($master));
    [$a, $b] = client_of_each_worker($port, 2);
    var_dump(call($b, 'pid') !== $pid);
    leave($zero, $a, $b);
    $c = WebSocketClient::open($port);
    var_dump(wait_until(function () use ($c) {
        [$opens, $closes] = call($c, 'opens');
        return $opens === $closes + 1;
    }));
    leave($c);
}, ['alerts' => true]);
?>
--EXPECT--
bool(true)
[false,false,false]
int(0)
bool(true)
bool(true)
workerError 1 true 0 9 in the master: true
worker 1: close by error, 1006, status 3, reactor 1 [false,false,false,false]
worker 1: close by error, 1006, status 3, reactor 1 [false,false,false,false]
worker 1: close by error, 1006, status 3, reactor 1 [false,false,false,false]
worker 1: close by error, 1006, status 3, reactor 1 [false,false,false,false]
