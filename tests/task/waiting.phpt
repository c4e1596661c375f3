--TEST--
taskwait(), taskWaitMulti() and taskCo(): results by key, time limits; what comes too late is dropped
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(function () {
    $server = new Swoole\WebSocket\Server('127.0.0.1', 0);
    $server->set(['task_worker_num' => 2]);
    $server->on('task', static function ($server, $id, $from, $data) {
        if (is_string($data) && $data[0] === '/') { // until the file is there
            for ($end = microtime(true) + 10; !file_exists($data) && microtime(true) < $end; clearstatcache()) {
                usleep(1000);
            }
            return 'late';
        }
        if ($data === 'nothing') {
            return null;
        }
        return $data === 'false' ? false : ['done', $data];
    });
    $server->on('finish', static fn ($server, $id, $data) => $server->push(1, "onFinish $id " . json_encode($data)));
    $server->on('message', static function ($server, $frame) {
        [$method, $arguments] = json_decode($frame->data, true);
        $begin = microtime(true);
        $result = $server->$method(...$arguments);
        $server->push($frame->fd, json_encode([$result, round(microtime(true) - $begin, 1) >= 0.2]));
    });
    return $server;
}, function (int $port) {
    $c = WebSocketClient::open($port);
    $file = tempnam(sys_get_temp_dir(), 'easyswoole');
    unlink($file);
    $do = function (...$arguments) use ($c) {
        $method = array_shift($arguments);
        $c->text(json_encode([$method, $arguments]));
        return $c->readFrame()->payload;
    };
    echo $do('taskwait', 'a', 5), $do('taskwait', ['b'], 5, 1), $do('taskwait', 'false', 5), "\n";
    echo $do('taskwait', 'nothing', 0.2), $do('taskwait', $file, 0.2, 0), "\n";
    echo $do('taskwait', 'the other one is free', 5, 1), "\n";
    touch($file);
    echo $do('taskwait', 'after', 5, 0), "\n";
    echo $do('taskWaitMulti', ['x' => 'one', 7 => 'two', 'nothing'], 0.3), "\n";
    echo $do('taskCo', ['x' => 'one', 'y' => 'nothing'], 0.3), "\n";
    echo $do('taskWaitMulti', [], 5), $do('taskWaitMulti', array_fill(0, 3, 'same'), 5), "\n";
    unlink($file);
    // task() counts on, and its result is not mixed up with the late ones
    echo $do("task", "x"), " ", $c->readFrame()->payload, "\n";
    $c->expectSilence(0.05);
    leave($c);
});
?>
--EXPECT--
[["done","a"],false][["done",["b"]],false][false,false]
[false,true][false,true]
[["done","the other one is free"],false]
[["done","after"],false]
[{"x":["done","one"],"7":["done","two"]},true]
[{"x":["done","one"],"y":false},true]
[[],false][[["done","same"],["done","same"],["done","same"]],false]
[15,false] onFinish 15 ["done","x"]
