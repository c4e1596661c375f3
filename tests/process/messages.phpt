--TEST--
sendMessage() between workers, task workers and the master: in order, of any type and size
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

class Point
{
    public function __construct(public int $x, private array $y)
    {
    }
}
run_server(function () {
    $server = calling_server([
        'ask' => fn ($server, $fd, $to, $size) => $server->sendMessage([$fd, $size === null ? new Point(1, ['a' => null]) : str_repeat('x', $size)], $to),
        'raw' => fn ($server, $fd, $to) => $server->sendMessage("$fd raw bytes \0\xff", $to),
        'many' => function ($server, $fd, $to) {
            for ($i = 0; $i < 5000; $i++) {
                $server->sendMessage([$fd, $i], $to);
            }
            return true;
        },
        'task' => fn ($server, $fd, $name, ...$arguments) => $server->taskwait([$name, $fd, $arguments], 5),
        'reload' => fn ($server) => $server->reload(true),
    ], ['worker_num' => 2, 'task_worker_num' => 1]);
    $server->on('pipeMessage', static function ($server, $from, $message) {
        static $expected = [];
        if (is_string($message)) {
            [$fd, $text] = explode(' ', $message, 2);
            $server->push($fd, "$from to $server->worker_id: " . bin2hex($text));
            return;
        }
        [$fd, $value] = $message;
        if (is_int($value)) {
            $expected[$fd] ??= 0;
            if ($value !== $expected[$fd]++) {
                $server->push($fd, "expected {$expected[$fd]}, got $value");
            } elseif ($value === 4999) {
                $expected[$fd] = 0;
                $server->push($fd, "5000 in order from $from to $server->worker_id");
            }
            return;
        }
        $server->push($fd, "$from to $server->worker_id: " . (is_string($value) ? strlen($value) . ' ' . trim($value, 'x') : json_encode([$value == new Point(1, ['a' => null]), $value->x])));
    });
    $server->on('beforeReload', static fn ($server) => $server->sendMessage([1, 'from the master'], 1));
    return $server;
}, function (int $port) {
    $first = WebSocketClient::open($port); // session 1
    [$zero, $one] = client_of_each_worker($port, 2);
    foreach ([1, 32 * 1024 - 100, 32 * 1024 - 1, 32 * 1024, 32 * 1024 + 1, 5 << 20, null] as $size) {
        echo json_encode(call($zero, 'ask', 1, $size)), ' ', pushed($zero)->payload, "\n";
    }
    foreach ([[$zero, [1, 2]], [$one, [0, 2]]] as [$c, $others]) {
        foreach ($others as $to) {
            call($c, 'raw', $to);
            echo pushed($c)->payload, "\n";
            call($c, 'many', $to);
            echo pushed($c)->payload, "\n";
        }
    }
    foreach ([0, 1] as $to) {
        foreach ([['raw', $to], ['many', $to], ['ask', $to, 5 << 20]] as $arguments) {
            call($zero, 'task', ...$arguments);
            echo pushed($zero)->payload, "\n";
        }
    }
    call($zero, 'reload');
    echo pushed($first)->payload, "\n";
    leave($first, $zero, $one);
});
?>
--EXPECT--
true 0 to 1: 1 
true 0 to 1: 32668 
true 0 to 1: 32767 
true 0 to 1: 32768 
true 0 to 1: 32769 
true 0 to 1: 5242880 
true 0 to 1: [true,1]
0 to 1: 7261772062797465732000ff
5000 in order from 0 to 1
0 to 2: 7261772062797465732000ff
5000 in order from 0 to 2
1 to 0: 7261772062797465732000ff
5000 in order from 1 to 0
1 to 2: 7261772062797465732000ff
5000 in order from 1 to 2
2 to 0: 7261772062797465732000ff
5000 in order from 2 to 0
2 to 0: 5242880 
2 to 1: 7261772062797465732000ff
5000 in order from 2 to 1
2 to 1: 5242880 
-1 to 1: 15 from the master
