--TEST--
Tasks that wait survive a reload of the task workers; results find their way when the giver was reloaded
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(function () {
    $server = calling_server([
        'give' => function ($server, $fd, $count) {
            for ($i = 0; $i < $count; $i++) {
                $ids[] = $server->task(['slow', $fd, [$i]]);
            }
            return $ids;
        },
        'own' => fn ($server, $fd) => $server->task(['slow', $fd, [0]], -1, static fn ($server, $id) => $server->push($fd, "own $id")),
        'slow' => function ($server, $fd, $i) {
            usleep(5000);
            return [$fd, $i];
        },
    ], ['worker_num' => 1, 'task_worker_num' => 1]);
    $server->on('finish', static fn ($server, $id, $data) => $server->push($data[0], "$id $data[1]"));
    return $server;
}, function (int $port, int $master) {
    $c = WebSocketClient::open($port);
    $pids = call($c, 'pids');
    $ids = call($c, 'give', 50);
    var_dump($ids === range(0, 49));
    posix_kill($master, SIGUSR2);
    for ($i = 0; $i < 50; $i++) {
        if (($text = pushed($c)->payload) !== "$i $i") {
            die("expected $i, got $text");
        }
    }
    $after = call($c, 'pids');
    var_dump($after[0] === $pids[0], $after[1] !== $pids[1]);

    // The giver is reloaded: its successor gets the results, and goes on with its numbers.
    wait_until(fn () => call($c, 'reload') !== false);
    $pid = wait_moved($c, $pids[0]);
    echo json_encode(call($c, 'give', 20)), "\n";
    wait_until(fn () => call($c, 'reload'));
    wait_moved($c, $pid);
    var_dump(call($c, 'own'));
    for ($i = 0; $i < 20; $i++) {
        if (($text = pushed($c)->payload) !== 50 + $i . " $i") {
            die("expected $i, got $text");
        }
    }
    echo pushed($c), "\n";
    leave($c);
});
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
[50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69]
int(70)
text "own 70"
