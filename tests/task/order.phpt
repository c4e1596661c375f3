--TEST--
What a task worker pushes to clients of all workers arrives in order, whole, and before its result
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(fn () => calling_server([
    'broadcast' => function ($server) {
        for ($i = 0; $i < 2000; $i++) {
            foreach ($server->connections as $fd) {
                $server->push($fd, $i % 500 ? (string) $i : str_pad((string) $i, 100000));
            }
        }
        return 'sent';
    },
    'task' => fn ($server, $fd, $name) => $server->task([$name, $fd, []], -1, static fn ($server, $id, $data) => $server->push($fd, $data)),
], ['worker_num' => 2, 'task_worker_num' => 1, 'socket_buffer_size' => '32M']), function (int $port) {
    $clients = client_of_each_worker($port, 2);
    for ($i = 0; $i < 8; $i++) {
        $clients[] = WebSocketClient::open($port);
    }
    var_dump(call($clients[0], 'task', 'broadcast'));
    foreach ($clients as $n => $c) {
        for ($i = 0; $i < 2000; $i++) {
            if (($text = trim(pushed($c)->payload)) !== (string) $i) {
                die("client $n: expected $i, got " . substr($text, 0, 50));
            }
        }
    }
    echo pushed($clients[0]), "\n";
    leave(...$clients);
});
?>
--EXPECT--
int(0)
text "sent"
