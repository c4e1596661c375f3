--TEST--
Tasks and results of any size, and objects
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

class Box
{
    public function __construct(private string $content, public ?Box $other = null)
    {
    }
}
run_server(function () {
    $server = new Swoole\WebSocket\Server('127.0.0.1', 0);
    $server->set(['task_worker_num' => 1, 'package_max_length' => '16M']);
    $server->on('task', static fn ($server, $id, $from, $data) => $data);
    $server->on('message', static function ($server, $frame) {
        $size = (int) $frame->data;
        $text = random_bytes(max(1, $size));
        $box = new Box($text, new Box('inner'));
        $server->push($frame->fd, json_encode([
            $server->taskwait($size === 0 ? '' : $text, 10) === ($size === 0 ? '' : $text),
            $server->taskwait($box, 10) == $box,
            $server->taskwait([1, [$text]], 10) === [1, [$text]],
        ]));
    });
    return $server;
}, function (int $port) {
    $c = WebSocketClient::open($port);
    foreach ([0, 1, 8192, 32 * 1024 - 1, 32 * 1024, 32 * 1024 + 1, 5 << 20] as $size) {
        $c->text((string) $size);
        echo "$size ", $c->readFrame()->payload, "\n";
    }
    leave($c);
});
?>
--EXPECT--
0 [true,true,true]
1 [true,true,true]
8192 [true,true,true]
32767 [true,true,true]
32768 [true,true,true]
32769 [true,true,true]
5242880 [true,true,true]
