--TEST--
100 clients and 10 reloads under load: no message is lost or doubled, no client notices
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

const CLIENTS = 100;
const PER_CLIENT = 200;
const AHEAD = 5; // messages of one client that are on their way

$output = run_server(function () {
    $server = new Swoole\WebSocket\Server('127.0.0.1', 0);
    $server->set(['worker_num' => 3]);
    $server->on('open', static fn () => print("o\n"));
    $server->on('close', static fn () => print("c\n"));
    $server->on('message', static function ($server, $frame) {
        $server->push($frame->fd, $frame->data);
        // and over to a neighbour, who is often in another worker
        [$client, $number] = explode(' ', $frame->data);
        $neighbour = $frame->fd % CLIENTS + 1;
        $server->push($neighbour, "$frame->fd> $number");
    });
    return $server;
}, function (int $port, int $master) {
    $clients = $sent = $echoed = $heard = [];
    for ($i = 0; $i < CLIENTS; $i++) {
        $clients[$i] = WebSocketClient::open($port);
        $sent[$i] = $echoed[$i] = $heard[$i] = 0;
    }
    $reloads = 0;
    $total = 0;
    $all = CLIENTS * PER_CLIENT * 2;
    $last = microtime(true);
    while ($total < $all) {
        for ($i = 0; $i < CLIENTS; $i++) {
            while ($sent[$i] < PER_CLIENT && $sent[$i] - $echoed[$i] < AHEAD) {
                $clients[$i]->text("$i $sent[$i]");
                $sent[$i]++;
            }
        }
        $progress = $total;
        for ($i = 0; $i < CLIENTS; $i++) {
            while ($clients[$i]->readable(0)) {
                [$from, $number] = explode(' ', $clients[$i]->readMessage());
                $expected = str_ends_with($from, '>') ? $heard[$i]++ : $echoed[$i]++;
                if ((int) $number !== $expected) {
                    die("client $i: expected $expected, got $from $number");
                }
                $total++;
            }
        }
        if ($total > $progress) {
            $last = microtime(true);
        } elseif (microtime(true) - $last > 10 * time_factor()) {
            die("$total of $all came");
        } else {
            usleep(500);
        }
        if ($total > ($reloads + 1) * $all / 11 && $reloads < 10) {
            posix_kill($master, SIGUSR1);
            $reloads++;
        }
    }
    var_dump($total === $all, $reloads);
    foreach ($clients as $c) {
        $c->expectSilence(0);
    }
    leave(...$clients);
}, ['print' => false]);
$counts = array_count_values(explode("\n", $output));
var_dump($counts['o'] === CLIENTS, $counts['c'] === CLIENTS, substr_count($output, 'INFO reloaded') >= 1);
?>
--EXPECT--
bool(true)
int(10)
bool(true)
bool(true)
bool(true)
