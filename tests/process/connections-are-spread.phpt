--TEST--
Every worker gets connections; ids are unique, and every worker lists them all
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(fn () => calling_server([
    'list' => fn ($server) => iterator_to_array($server->connections, false),
    'pages' => function ($server) {
        $all = [];
        for ($from = 0; $page = $server->getClientList($from, 10); $from = end($page)) {
            $all = [...$all, ...$page];
        }
        return $all;
    },
    'count' => fn ($server) => [count($server->connections), count($server->ports[0]->connections), $server->stats()['connection_num']],
    'task' => fn ($server, $fd, $name) => $server->taskwait([$name, $fd, []], 5),
], ['worker_num' => 4, 'task_worker_num' => 1]), function (int $port) {
    $clients = $ids = $perWorker = [];
    for ($i = 0; $i < 60; $i++) {
        $clients[] = WebSocketClient::open($port);
    }
    foreach ($clients as $c) {
        $ids[] = call($c, 'fd');
        @$perWorker[call($c, 'id')]++;
    }
    var_dump(count($perWorker), count(array_unique($ids)), max($ids) <= 60);
    sort($ids);
    foreach (client_of_each_worker($port, 4) as $c) {
        $more[] = $c;
        $extra[] = call($c, 'fd');
    }
    foreach ($more as $c) {
        foreach ([call($c, 'list'), call($c, 'pages'), call($c, 'task', 'list'), call($c, 'task', 'pages')] as $list) {
            $sorted = array_values(array_diff($list, $extra));
            sort($sorted);
            echo $sorted === $ids && count($list) === 64 ? '.' : json_encode($list);
        }
        echo json_encode(call($c, 'count')), json_encode(call($c, 'task', 'count')), "\n";
    }
    leave(...$clients, ...$more);
});
?>
--EXPECT--
int(4)
int(60)
bool(true)
....[64,64,64][64,64,64]
....[64,64,64][64,64,64]
....[64,64,64][64,64,64]
....[64,64,64][64,64,64]
