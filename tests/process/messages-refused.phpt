--TEST--
sendMessage() refuses itself, unknown workers, and what cannot be serialized; without onPipeMessage it warns
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

foreach ([true, false] as $callback) {
    run_server(function () use ($callback) {
        $server = calling_server([
            'try' => function ($server, $fd, $to, $closure = false) {
                try {
                    return [$server->sendMessage($closure ? fn () => 1 : 'x', $to), error_get_last()['message'] ?? null];
                } catch (Throwable $e) {
                    return [get_class($e), $e->getMessage()];
                } finally {
                    error_clear_last();
                }
            },
        ], ['worker_num' => 2]);
        if ($callback) {
            $server->on('pipeMessage', static fn () => null);
        }
        return $server;
    }, function (int $port) {
        [$c, $other] = client_of_each_worker($port, 2);
        foreach ([[0], [2], [-1], [1], [1, true]] as $arguments) {
            echo json_encode(call($c, 'try', ...$arguments)), "\n";
        }
        leave($c, $other);
    }, ['print' => false]);
}
?>
--EXPECT--
[false,"Swoole\\Server::sendMessage(): can't send messages to self"]
[false,"Swoole\\Server::sendMessage(): worker_id[2] is invalid"]
[false,"Swoole\\Server::sendMessage(): worker_id[-1] is invalid"]
[true,null]
["Exception","Serialization of 'Closure' is not allowed"]
[false,"Swoole\\Server::sendMessage(): onPipeMessage is null, can't use sendMessage"]
[false,"Swoole\\Server::sendMessage(): onPipeMessage is null, can't use sendMessage"]
[false,"Swoole\\Server::sendMessage(): onPipeMessage is null, can't use sendMessage"]
[false,"Swoole\\Server::sendMessage(): onPipeMessage is null, can't use sendMessage"]
[false,"Swoole\\Server::sendMessage(): onPipeMessage is null, can't use sendMessage"]
