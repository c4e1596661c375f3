--TEST--
ps shows what a process of several is there for; a server in one process keeps its title
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
if (PHP_OS_FAMILY !== 'Linux') {
    die('skip reads /proc');
}
if (getenv('USE_ZEND_ALLOC') === '0' && !getenv('SKIP_ASAN')) {
    die('skip valgrind hides the title');
} ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
foreach ([[2, 1], [1, 0]] as [$workers, $tasks]) {
    run_server(function () use ($workers, $tasks) {
        $server = new Swoole\WebSocket\Server('127.0.0.1', 0);
        $server->set(['worker_num' => $workers, 'task_worker_num' => $tasks]);
        $server->on('message', function ($server, $frame) {
            $pids = [$server->master_pid, ...array_filter(array_map(fn ($i) => $server->getWorkerPid($i), [0, 1, 2]))];
            $server->push($frame->fd, json_encode(array_map(function (int $pid) {
                $title = trim(file_get_contents("/proc/$pid/cmdline"), "\0");
                return str_contains($title, ': ') ? substr($title, strpos($title, ': ')) : 'own';
            }, $pids)));
        });
        $server->on('task', fn () => null);
        return $server;
    }, function (int $port) {
        $c = WebSocketClient::open($port);
        $c->text('titles');
        echo $c->readFrame(), "\n";
    });
}
?>
--EXPECT--
text "[\": master\",\": worker 0\",\": worker 1\",\": task worker 2\"]"
text "[\"own\",\"own\"]"
