--TEST--
task(): ids from 0, finish callback or onFinish, returned or finish()ed results; null is none
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(function () {
    $server = new Swoole\WebSocket\Server('127.0.0.1', 0);
    $server->set(['worker_num' => 1, 'task_worker_num' => 2]);
    $server->on('task', static function ($server, int $id, int $from, $data) {
        if ($data === 'finish') {
            return $server->finish(['finished', $server->worker_id >= 1]) ? null : 'finish failed';
        }
        return is_callable([$data, 'result']) ? $data->result() : ($data === 'nothing' ? null : [$id, $from, $data]);
    });
    $server->on('finish', static function ($server, int $id, $data) {
        $server->push(1, "onFinish $id " . json_encode($data));
    });
    $server->on('message', static function ($server, $frame) {
        $own = static fn ($server, $id, $data) => $server->push(1, "own $id " . json_encode($data));
        foreach ([
            [['an' => 'array']], ['text'], [null], [1.5], ['finish'], ['nothing'],
            ['with own', -1, $own], ['finish', 0, $own], [true, 1, null],
        ] as $arguments) {
            $server->push($frame->fd, 'id ' . json_encode($server->task(...$arguments)), WEBSOCKET_OPCODE_BINARY);
        }
        $server->push($frame->fd, json_encode($server->task('x', 0, $own)), WEBSOCKET_OPCODE_BINARY);
    });
    return $server;
}, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('go');
    for ($i = 0; $i < 10; $i++) {
        echo $c->readFrame()->payload, "\n";
    }
    $results = [];
    for ($i = 0; $i < 9; $i++) { // of 10 tasks one has no result
        $results[] = $c->readFrame()->payload;
    }
    sort($results); // two task workers
    echo implode("\n", $results), "\n";
    $c->expectSilence(0.1);
    leave($c);
});
?>
--EXPECT--
id 0
id 1
id 2
id 3
id 4
id 5
id 6
id 7
id 8
9
onFinish 0 [0,0,{"an":"array"}]
onFinish 1 [1,0,"text"]
onFinish 2 [2,0,null]
onFinish 3 [3,0,1.5]
onFinish 4 ["finished",true]
onFinish 8 [8,0,true]
own 6 [6,0,"with own"]
own 7 ["finished",true]
own 9 [9,0,"x"]
