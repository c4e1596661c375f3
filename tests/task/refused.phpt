--TEST--
task() refuses: no task workers, a bad index, inside a task worker, what cannot be serialized, a callback that is none
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$try = static function ($server, $fd, string $what) {
    try {
        $result = match ($what) {
            'task' => $server->task('x'),
            'index 1' => $server->task('x', 1),
            'index -2' => $server->task('x', -2),
            'closure' => $server->task(static fn () => 1),
            'callback' => $server->task('x', -1, 'no_such_function'),
            'taskwait' => $server->taskwait('x'),
            'taskWaitMulti' => $server->taskWaitMulti(['x']),
            'closure in multi' => $server->taskWaitMulti(['a' => static fn () => 1]),
            'too many' => $server->taskWaitMulti(array_fill(0, 1025, 'x')),
            'finish' => $server->finish('x'),
        };
        return [$result, error_get_last()['message'] ?? null];
    } catch (Throwable $e) {
        return [$e::class, $e->getMessage()];
    } finally {
        error_clear_last();
    }
};
foreach ([0, 1] as $tasks) {
    run_server(function () use ($tasks, $try) {
        $server = calling_server([
            'try' => $try,
            'in task' => fn ($server, $fd, $what) => $server->taskwait(['try', $fd, [$what]], 5),
        ], ['task_worker_num' => $tasks]);
        if ($tasks) {
            $server->on('task', static fn ($server, $id, $from, $data) => is_array($data) ? $try($server, 0, $data[2][0]) : 'done');
        }
        return $server;
    }, function (int $port) use ($tasks) {
        $c = WebSocketClient::open($port);
        foreach (['index 1', 'index -2', 'closure', 'callback', 'closure in multi', 'too many', 'finish', ...($tasks ? [] : ['task', 'taskwait', 'taskWaitMulti'])] as $what) {
            echo "$what: ", json_encode(call($c, 'try', $what)), "\n";
        }
        foreach ($tasks ? ['task', 'taskwait', 'taskWaitMulti'] : [] as $what) {
            echo "$what in a task worker: ", json_encode(call($c, 'in task', $what)), "\n";
        }
        leave($c);
    }, ['print' => false]);
}
[$status, $output] = run_php('<?php
$server = new Swoole\WebSocket\Server("127.0.0.1", 0);
$server->set(["task_worker_num" => 1]);
$server->on("message", fn () => null);
$server->start();
');
preg_match('~Fatal error: .*(?= in )~', $output, $match);
echo exit_code($status), " $match[0]\n";
?>
--EXPECT--
index 1: [false,"Swoole\\Server::task(): task method can't be executed without task worker"]
index -2: [false,"Swoole\\Server::task(): task method can't be executed without task worker"]
closure: [false,"Swoole\\Server::task(): task method can't be executed without task worker"]
callback: [false,"Swoole\\Server::task(): task method can't be executed without task worker"]
closure in multi: [false,"Swoole\\Server::taskWaitMulti(): task method can't be executed without task worker"]
too many: [false,"Swoole\\Server::taskWaitMulti(): too many concurrent tasks, at most 1024 are possible"]
finish: [false,"Swoole\\Server::finish(): finish can only be used in the task worker"]
task: [false,"Swoole\\Server::task(): task method can't be executed without task worker"]
taskwait: [false,"Swoole\\Server::taskwait(): task method can't be executed without task worker"]
taskWaitMulti: [false,"Swoole\\Server::taskWaitMulti(): task method can't be executed without task worker"]
index 1: [false,"Swoole\\Server::task(): worker_id must be less than task_worker_num[1]"]
index -2: [false,"Swoole\\Server::task(): worker_id must be less than task_worker_num[1]"]
closure: ["Exception","Serialization of 'Closure' is not allowed"]
callback: ["TypeError","Swoole\\Server::task(): Argument #3 ($finishCallback) must be a valid callback or null"]
closure in multi: ["Exception","Serialization of 'Closure' is not allowed"]
too many: [false,"Swoole\\Server::taskWaitMulti(): too many concurrent tasks, at most 1024 are possible"]
finish: [false,"Swoole\\Server::finish(): finish can only be used in the task worker"]
task in a task worker: [false,"Swoole\\Server::task(): Server->task() cannot use in the task-worker"]
taskwait in a task worker: [false,"Swoole\\Server::taskwait(): Server->task() cannot use in the task-worker"]
taskWaitMulti in a task worker: [false,"Swoole\\Server::taskWaitMulti(): Server->task() cannot use in the task-worker"]
255 Fatal error: Swoole\Server::start(): require onTask callback
