--TEST--
onTask that throws, exits or dies: the task worker is replaced if need be, other tasks are done
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

foreach (['throw', 'exit', 'fatal'] as $how) {
    $output = run_server(function () {
        $server = calling_server([
            'throw' => fn () => throw new Exception('from a task'),
            'exit' => fn () => exit(4),
            'fatal' => fn () => trigger_error('on purpose', E_USER_ERROR),
            'give' => fn ($server, $fd, $name) => $server->task([$name, $fd, []]),
            'wait' => fn ($server, $fd, $name) => $server->taskwait([$name, $fd, []], 10),
            'waiting' => fn ($server) => $server->stats()['tasking_num'],
        ], ['worker_num' => 1, 'task_worker_num' => 1]);
        $server->on('workerError', static fn ($server, $id, $pid, $code, $signal) => print("workerError $id " . exit_code($code) . " $signal\n"));
        return $server;
    }, function (int $port) use ($how) {
        $c = WebSocketClient::open($port);
        $pid = call($c, 'wait', 'pid');
        call($c, 'give', $how);
        $after = call($c, 'wait', 'pid'); // given behind it
        var_dump($after > 0, $after === $pid);
        var_dump(wait_until(fn () => call($c, 'waiting') === 0));
        leave($c);
    }, ['print' => false, 'alerts' => true]);
    preg_match_all('~workerError.*|(?:Fatal|Warning): .*? (?=in /|from|on)~', $output, $match);
    echo "$how: ", implode(', ', $match[0]), "\n";
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
throw: Warning: Uncaught Exception: 
bool(true)
bool(false)
bool(true)
exit: workerError 1 4 0
bool(true)
bool(false)
bool(true)
fatal: workerError 1 255 0
