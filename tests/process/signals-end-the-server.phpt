--TEST--
SIGTERM and SIGINT to the master, or to the whole group as by ctrl-C, end all processes in order
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

foreach (['SIGTERM' => fn ($pid) => posix_kill($pid, SIGTERM), 'SIGINT' => fn ($pid) => posix_kill($pid, SIGINT), 'ctrl-C' => fn ($pid) => posix_kill(-$pid, SIGINT)] as $name => $send) {
    echo "$name\n";
    $output = run_server(function () {
        $server = calling_server([], ['worker_num' => 3, 'task_worker_num' => 2], SWOOLE_PROCESS);
        foreach (['workerStop', 'managerStop', 'beforeShutdown', 'shutdown'] as $event) {
            $server->on($event, static fn ($server) => print("$event\n"));
        }
        $server->on('close', static fn ($server, $fd) => print("close {$server->getClientInfo($fd)['close_by']}\n"));
        return $server;
    }, function (int $port, int $master) use ($send) {
        $clients = [WebSocketClient::open($port), WebSocketClient::open($port)];
        call($clients[0], 'id');
        call($clients[1], 'id');
        $send($master);
        foreach ($clients as $c) {
            $c->expectClose(1001);
            $c->close(1001);
            $c->expectEof();
        }
    }, ['signal' => null, 'print' => false]);
    $lines = explode("\n", trim($output));
    echo "$lines[0], …, ", implode(', ', array_slice($lines, -2)), "\n";
    $between = array_count_values(array_slice($lines, 1, -2));
    ksort($between);
    echo json_encode($between), "\n";
}
?>
--EXPECT--
SIGTERM
beforeShutdown, …, managerStop, shutdown
{"close shutdown":2,"workerStop":5}
SIGINT
beforeShutdown, …, managerStop, shutdown
{"close shutdown":2,"workerStop":5}
ctrl-C
beforeShutdown, …, managerStop, shutdown
{"close shutdown":2,"workerStop":5}
