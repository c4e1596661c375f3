--TEST--
Properties and getters say who a process is: master, workers, task workers
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

function who(Swoole\Server $server): array
{
    return [
        'master' => $server->master_pid === $server->getMasterPid(),
        'manager' => $server->manager_pid === $server->getManagerPid(),
        'same' => $server->master_pid === $server->manager_pid,
        'is master' => $server->master_pid === getmypid(),
        'worker_id' => $server->worker_id,
        'getWorkerId' => $server->getWorkerId(),
        'worker_pid' => $server->worker_pid === getmypid(),
        'getWorkerPid' => $server->getWorkerPid() === getmypid(),
        'taskworker' => $server->taskworker,
        'getWorkerStatus' => @$server->getWorkerStatus(),
        'others' => @array_map(fn ($id) => $server->getWorkerPid($id) !== getmypid() && posix_kill($server->getWorkerPid($id), 0), [0, 1, 2]),
        'unknown' => [@$server->getWorkerPid(3), @$server->getWorkerStatus(3)],
    ];
}
run_server(function () {
    $server = calling_server([
        'who' => fn ($server) => who($server),
        'task' => fn ($server, $fd, $name) => $server->taskwait([$name, $fd, []], 5),
        'status' => fn ($server, $fd, $id) => $server->getWorkerStatus($id),
    ], ['worker_num' => 2, 'task_worker_num' => 1]);
    foreach (['start', 'managerStart', 'managerStop', 'shutdown'] as $event) {
        $server->on($event, static function ($server) use ($event) {
            echo "$event ", json_encode($event === 'shutdown' ? [getmypid() === $server->master_pid] : who($server)) . "\n";
        });
    }
    $server->on('workerStart', static function ($server, $id) {
        if (!$server->getWorkerId() !== !$id || $server->worker_id !== $id || $server->taskworker !== ($id === 2)) {
            echo "worker $id\n";
        }
    });
    return $server;
}, function (int $port) {
    [, $c] = client_of_each_worker($port, 2);
    echo json_encode(call($c, 'who'), JSON_PRETTY_PRINT), "\n";
    echo json_encode(call($c, 'task', 'who')), "\n";
    var_dump(wait_until(fn () => call($c, 'status', 2) === SWOOLE_WORKER_IDLE));
    leave($c);
}, ['connections' => false]);
?>
--EXPECT--
{
    "master": true,
    "manager": true,
    "same": true,
    "is master": false,
    "worker_id": 1,
    "getWorkerId": 1,
    "worker_pid": true,
    "getWorkerPid": true,
    "taskworker": false,
    "getWorkerStatus": 1,
    "others": [
        true,
        false,
        true
    ],
    "unknown": [
        false,
        false
    ]
}
{"master":true,"manager":true,"same":true,"is master":false,"worker_id":2,"getWorkerId":2,"worker_pid":true,"getWorkerPid":true,"taskworker":true,"getWorkerStatus":1,"others":[true,true,false],"unknown":[false,false]}
bool(true)
start {"master":true,"manager":true,"same":true,"is master":true,"worker_id":-1,"getWorkerId":false,"worker_pid":false,"getWorkerPid":false,"taskworker":false,"getWorkerStatus":false,"others":[true,true,true],"unknown":[false,false]}
managerStart {"master":true,"manager":true,"same":true,"is master":true,"worker_id":-1,"getWorkerId":false,"worker_pid":false,"getWorkerPid":false,"taskworker":false,"getWorkerStatus":false,"others":[true,true,true],"unknown":[false,false]}
managerStop {"master":true,"manager":true,"same":true,"is master":true,"worker_id":-1,"getWorkerId":false,"worker_pid":false,"getWorkerPid":false,"taskworker":false,"getWorkerStatus":false,"others":[true,true,true],"unknown":[false,false]}
shutdown [true]
