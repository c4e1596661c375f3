--TEST--
task_object and task_use_object: onTask gets a Swoole\Server\Task, whose finish() may be called later
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

foreach (['task_object', 'task_use_object'] as $option) {
    run_server(function () use ($option) {
        $server = new Swoole\WebSocket\Server('127.0.0.1', 0);
        $server->set(['task_worker_num' => 1, $option => true]);
        $server->on('task', static function ($server, Swoole\Server\Task $task) {
            static $kept;
            if ($task->data === 'keep') {
                $kept = $task;
            } elseif ($task->data === 'release') {
                $kept->finish('kept ' . $kept->id);
                $task->finish('released');
            } else {
                return [get_object_vars($task)['id'], $task->worker_id, $task->data, abs($task->dispatch_time - microtime(true)) < 10, $task->flags];
            }
        });
        $server->on('finish', static fn ($server, int $id, $data) => $server->push(1, "$id " . json_encode($data)));
        $server->on('message', static fn ($server, $frame) => $server->task(json_decode($frame->data, true)));
        return $server;
    }, function (int $port) {
        $c = WebSocketClient::open($port);
        foreach (['{"a":[1]}', '"keep"', '"release"'] as $data) {
            $c->text($data);
        }
        for ($i = 0; $i < 3; $i++) {
            echo $c->readFrame()->payload, "\n";
        }
        leave($c);
    });
}
$task = new Swoole\Server\Task();
var_dump($task->finish('x'));
var_dump(Swoole\Server\Task::unpack(Swoole\Server\Task::pack(['a' => 1])), Swoole\Server\Task::unpack(Swoole\Server\Task::pack('text')));
?>
--EXPECT--
0 [0,0,{"a":[1]},true,0]
1 "kept 1"
2 "released"
0 [0,0,{"a":[1]},true,0]
1 "kept 1"
2 "released"
bool(false)
array(1) {
  ["a"]=>
  int(1)
}
string(4) "text"
