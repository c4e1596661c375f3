--TEST--
Sessions of other workers: push, send, close, disconnect, exists, info, bind, pause, resume, from a worker and a task worker
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$functions = [
    'exists' => fn ($server, $fd, $to) => [$server->exists($to), $server->isEstablished($to)],
    'info' => function ($server, $fd, $to) {
        $info = $server->getClientInfo($to);
        return [$info['websocket_status'], $info['uid'] ?? null, $info['reactor_id'], $info['remote_ip'], $info['remote_port'], count($info)];
    },
    'bind' => fn ($server, $fd, $to, $uid) => [$server->bind($to, $uid), @$server->bind($to, $uid + 1)],
    'send' => fn ($server, $fd, $to) => $server->send($to, "\x81\x03raw"),
    'frame' => fn ($server, $fd, $to) => $server->push($to, pack('n', 1), WEBSOCKET_OPCODE_BINARY, 0),
    'pause' => fn ($server, $fd, $to) => $server->pause($to),
    'resume' => fn ($server, $fd, $to) => $server->resume($to),
    'protect' => fn ($server, $fd, $to) => $server->protect($to),
    'disconnect' => fn ($server, $fd, $to) => $server->disconnect($to, 4001, 'from afar'),
    'close' => fn ($server, $fd, $to) => $server->close($to),
    'reset' => fn ($server, $fd, $to) => $server->close($to, true),
    'error' => fn ($server, $fd, $to) => [@$server->push($to, 'x'), swoole_last_error(), @$server->close($to), swoole_last_error(), $server->getClientInfo($to)],
    'task' => fn ($server, $fd, $name, ...$arguments) => $server->taskwait([$name, $fd, $arguments], 5),
];
run_server(function () use ($functions) {
    $server = calling_server($functions, ['worker_num' => 2, 'task_worker_num' => 1]);
    $server->on('close', static function ($server, $fd, $reactor) {
        $info = $server->getClientInfo($fd);
        if ($info['close_by'] !== 'client') {
            echo "close $reactor {$info['close_by']} {$info['close_code']} {$info['close_reason']}\n";
        }
    });
    return $server;
}, function (int $port) {
    [$asking, $target] = client_of_each_worker($port, 2);
    $fd = call($target, 'fd');
    foreach ([[], ['task']] as $via) {
        $ask = function (string $name, ...$arguments) use ($asking, $via) {
            return $via ? call($asking, 'task', $name, ...$arguments) : call($asking, $name, ...$arguments);
        };
        echo $via ? "from a task worker\n" : "from another worker\n";
        echo json_encode($ask('exists', $fd)), json_encode($ask('exists', 12345)), "\n";
        $info = $ask('info', $fd);
        $info[4] = $info[4] === (int) substr(strrchr($target->address(), ':'), 1);
        echo json_encode($info), "\n";
        echo json_encode($ask('bind', $fd, 77)), "\n";
        echo json_encode([$ask('push', $fd, 'pushed'), $ask('send', $fd), $ask('frame', $fd)]), ' ';
        echo $target->readFrame(), ', ', $target->readFrame(), ', ', $target->readFrame(), "\n";
        $ask('push', $fd, 'the rest');
        $target->readFrame();
        echo json_encode([$ask('protect', $fd), $ask('pause', $fd)]), "\n";
        $target->text('["fd",[]]');
        $target->expectSilence(0.1);
        echo json_encode($ask('resume', $fd)), ' ', result($target) === $fd ? "answered\n" : "?\n";
    }
    foreach ([[], ['task']] as $via) {
        foreach (['disconnect', 'close', 'reset'] as $how) {
            do {
                $c = WebSocketClient::open($port);
                call($c, 'id') === 1 || leave($c);
            } while (!$c->readable(0) && false);
            for (; ($worker = $c->readable(0) ? -1 : call($c, 'id')) !== 1; $c = WebSocketClient::open($port)) {
            }
            $id = call($c, 'fd');
            echo json_encode($via ? call($asking, 'task', $how, $id) : call($asking, $how, $id)), ' ';
            if ($how === 'disconnect') {
                $c->expectClose(4001, 'from afar');
                $c->close(4001);
            }
            $c->expectEof($how === 'reset');
            echo json_encode(call($asking, 'error', $id)), json_encode(call($asking, 'task', 'error', $id)), "\n";
        }
    }
    leave($asking, $target);
});
?>
--EXPECT--
from another worker
[true,true][false,false]
[3,null,1,"127.0.0.1",true,17]
[true,false]
[true,true,true] text "pushed", text "raw", binary (more) "\000\001"
[true,true]
true answered
from a task worker
[true,true][false,false]
[3,77,1,"127.0.0.1",true,18]
[false,false]
[true,true,true] text "pushed", text "raw", binary (more) "\000\001"
[true,true]
true answered
true [false,1005,false,1004,false][false,1005,false,1004,false]
true [false,1005,false,1004,false][false,1005,false,1004,false]
true [false,1005,false,1004,false][false,1005,false,1004,false]
true [false,1005,false,1004,false][false,1005,false,1004,false]
true [false,1005,false,1004,false][false,1005,false,1004,false]
true [false,1005,false,1004,false][false,1005,false,1004,false]
close -1 server 4001 from afar
close -1 server 1006 
close -1 server 1006 
close -1 server 4001 from afar
close -1 server 1006 
close -1 server 1006
