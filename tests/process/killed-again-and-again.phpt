--TEST--
Workers are killed again and again under load: the server goes on, every open has its close
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$output = run_server(function () {
    $server = calling_server([
        'stats' => fn ($server) => [$server->stats()['accept_count'] - $server->stats()['close_count'], count($server->connections)],
    ], ['worker_num' => 3, 'task_worker_num' => 1, 'log_level' => SWOOLE_LOG_ERROR]);
    $server->on('open', static fn () => print("open\n"));
    $server->on('close', static fn () => print("close\n"));
    return $server;
}, function (int $port, int $master) {
    mt_srand(1);
    $clients = [];
    $kills = 0;
    for ($round = 0; $round < 60; $round++) {
        while (count($clients) < 20) {
            try {
                $clients[] = WebSocketClient::open($port);
            } catch (ClientError) { // its worker was killed meanwhile
            }
        }
        shuffle($clients);
        foreach ($clients as $i => $c) {
            try {
                if ($i === 0 && $round % 4 === 0) {
                    posix_kill(call($c, 'pid'), SIGKILL);
                    $kills++;
                } elseif ($i === 1 && $round % 5 === 0) {
                    call($c, 'reload');
                } elseif ($i < 4) {
                    leave($c);
                    unset($clients[$i]);
                } else {
                    call($c, 'id');
                }
            } catch (ClientError) {
                unset($clients[$i]);
            }
        }
    }
    foreach ($clients as $c) {
        try {
            leave($c);
        } catch (ClientError) {
        }
    }
    var_dump($kills > 5);
    $c = null;
    var_dump(wait_until(function () use ($port, &$c, &$stats) {
        try {
            $c ??= WebSocketClient::open($port);
            return ($stats = call($c, 'stats')) === [1, 1];
        } catch (ClientError) {
            $c = null;
            return false;
        }
    }, 20) ?: $stats);
    var_dump(zombies_of($master));
    leave($c);
}, ['print' => false, 'alerts' => true]);
// Connections that were killed before their handshake have a close without an open.
$counts = array_count_values(explode("\n", preg_replace(LOG_LINE, '', $output)));
var_dump($counts['close'] >= $counts['open']);
?>
--EXPECT--
bool(true)
bool(true)
int(0)
bool(true)
