--TEST--
SIGUSR1 and reload() replace workers; clients stay connected with their ids, and no onOpen or onClose is called
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$output = run_server(function () {
    $server = calling_server([
        'info' => function ($server, $fd) {
            $info = $server->getClientInfo($fd);
            return [$info['uid'] ?? 0, $info['websocket_status'], $info['connect_time'], $info['remote_port']];
        },
        'bind' => fn ($server, $fd) => $server->bind($fd, $fd + 1000),
        'task' => fn ($server, $fd) => $server->taskworker ? getmypid() : $server->taskwait(['task', $fd, []], 5),
        'stats' => fn ($server) => [$server->stats()['accept_count'], $server->stats()['close_count'], $server->stats()['connection_num'], $server->stats()['idle_worker_num'] >= 1],
    ], ['worker_num' => 2, 'task_worker_num' => 1]);
    $server->on('open', static fn () => print("open\n"));
    $server->on('close', static fn () => print("close\n"));
    $server->on('managerStart', static function ($server) {
        // From the master, too
        pcntl_async_signals(true);
        pcntl_signal(SIGALRM, static fn () => print('reload() in the master: ' . json_encode($server->reload()) . "\n"));
    });
    return $server;
}, function (int $port, int $master) {
    $clients = client_of_each_worker($port, 2);
    $more = [WebSocketClient::open($port), WebSocketClient::open($port)];
    $all = [...$clients, ...$more];
    foreach ($all as $c) {
        call($c, 'bind');
        $before[] = [call($c, 'id'), call($c, 'fd'), call($c, 'info')];
    }
    $ways = [
        'SIGUSR1' => fn () => posix_kill($master, SIGUSR1),
        'reload()' => fn () => call($all[0], 'reload'),
        'SIGUSR2' => fn () => posix_kill($master, SIGUSR2),
        'reload(true)' => fn () => call($all[0], 'reload', true),
        'SIGALRM' => fn () => posix_kill($master, SIGALRM),
    ];
    foreach ($ways as $name => $reload) {
        $pids = array_map(fn ($c) => call($c, 'pid'), $all);
        $task = call($all[0], 'task');
        var_dump($reload());
        $tasksOnly = in_array($name, ['SIGUSR2', 'reload(true)']);
        if (!$tasksOnly) {
            foreach ($all as $i => $c) {
                wait_moved($c, $pids[$i]);
            }
        }
        var_dump(wait_until(fn () => call($all[0], 'task') !== $task));
        foreach ($pids as $pid) {
            $tasksOnly || wait_gone($pid);
        }
        $same = array_map(fn ($c) => call($c, 'pid'), $all) === $pids;
        $after = array_map(fn ($c) => [call($c, 'id'), call($c, 'fd'), call($c, 'info')], $all);
        echo "$name: ", $same === $tasksOnly ? 'as expected' : '?', ', ', $after === $before ? 'all the same' : json_encode([$before, $after]), "\n";
        [$accepted, $closed, $open, $idle] = call($all[0], 'stats');
        var_dump($accepted - $closed === $open, $open, $idle);
        wait_until(fn () => !preg_grep('~^0$~', call($all[0], 'pids')));
    }
    var_dump(zombies_of($master));
    leave(...$all);
}, ['print' => false]);
$lines = array_count_values(explode("\n", trim(preg_replace(LOG_LINE, '', $output))));
var_dump($lines['open'] === $lines['close'], $lines['reload() in the master: true']);
?>
--EXPECT--
bool(true)
bool(true)
SIGUSR1: as expected, all the same
bool(true)
int(4)
bool(true)
bool(true)
bool(true)
reload(): as expected, all the same
bool(true)
int(4)
bool(true)
bool(true)
bool(true)
SIGUSR2: as expected, all the same
bool(true)
int(4)
bool(true)
bool(true)
bool(true)
reload(true): as expected, all the same
bool(true)
int(4)
bool(true)
bool(true)
bool(true)
SIGALRM: as expected, all the same
bool(true)
int(4)
bool(true)
int(0)
bool(true)
int(1)
