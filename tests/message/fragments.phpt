--TEST--
A fragmented message is delivered once, complete, with the first opcode, flags 33 and finish true
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('message', function ($server, $frame) {
    echo json_encode($frame), "\n";
    $server->push($frame->fd, 'next');
});
$server->on('close', fn () => null);
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    foreach ([['a', 'b', 'c'], ['', '', ''], ['', 'middle', ''], ['only', '']] as $i => $parts) {
        foreach ($parts as $n => $part) {
            $c->sendFrame($n ? 0 : $i % 2 + 1, $part, fin: $n === count($parts) - 1);
        }
        $c->readMessage();
    }
});
--EXPECT--
{"fd":1,"data":"abc","opcode":1,"flags":33,"finish":true}
{"fd":1,"data":"","opcode":2,"flags":33,"finish":true}
{"fd":1,"data":"middle","opcode":1,"flags":33,"finish":true}
{"fd":1,"data":"only","opcode":2,"flags":33,"finish":true}
