--TEST--
A push from a task worker or another worker is compressed where the connection lives
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

$functions = [
    'long' => fn ($server, $fd, $to) => $server->push($to, str_repeat('from afar ', 100)),
    'flag' => fn ($server, $fd, $to) => $server->push($to, str_repeat('x', 60), 1, SWOOLE_WEBSOCKET_FLAG_FIN | SWOOLE_WEBSOCKET_FLAG_COMPRESS),
    'task' => fn ($server, $fd, $name) => $server->taskwait([$name, $fd, [$fd]]),
    'other' => fn ($server, $fd, $name, $to) => $server->push($to, str_repeat('from another ', 100)),
];
foreach ([false, true] as $takeover) {
    run_server(fn () => calling_server($functions, ['worker_num' => 2, 'task_worker_num' => 1, 'websocket_compression' => true,
        'websocket_compression_context_takeover' => $takeover]), function (int $port) {
        $clients = client_of_each_worker($port, 2);
        $c = new DeflateClient($port);
        $call = function (string $name, ...$arguments) use ($c) {
            $c->client->text(json_encode([$name, $arguments]));
            for ($got = []; count($got) < 2; ) {
                $got[] = $c->read($how) . " $how";
            }
            sort($got); // the result and the push come from different processes
            echo implode(', ', array_map(fn ($s) => strlen($s) > 70 ? substr($s, 0, 12) . '… ' . strlen($s) . strrchr($s, ' ') : $s, $got)), "\n";
        };
        $call('task', 'long');
        $call('task', 'flag');
        $call('task', 'long');
        $c->client->text('["fd",[]]');
        $fd = json_decode($c->read());
        foreach ($clients as $client) {
            call($client, 'other', 'x', $fd);
            echo substr($c->read($how), 0, 12), " $how\n";
        }
        leave(...$clients);
        $c->leave();
    });
}
?>
--EXPECT--
from afar fr… 1007 packed, true plain
true plain, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx packed
from afar fr… 1007 packed, true plain
from another packed
from another packed
from afar fr… 1007 packed, true plain
true plain, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx packed
from afar fr… 1007 packed, true plain
from another packed
from another packed
