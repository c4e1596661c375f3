--TEST--
A successor that fails in onWorkerStart: the old worker serves on, until one succeeds
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$file = tempnam(sys_get_temp_dir(), 'easyswoole');
foreach (['exit(5);', 'nonsense();', 'trigger_error("on purpose", E_USER_ERROR);', 'posix_kill(getmypid(), SIGKILL);'] as $code) {
    file_put_contents($file, '<?php');
    $output = run_server(function () use ($file) {
        $server = calling_server([], ['worker_num' => 1, 'task_worker_num' => 1, 'log_level' => SWOOLE_LOG_ERROR]);
        $server->on('workerStart', static function ($server, $id) use ($file) {
            if ($id === 0) {
                require $file;
            }
        });
        $server->on('workerError', static fn ($server, $id, $pid, $code, $signal) => print("workerError $id " . exit_code($code) . " $signal\n"));
        $server->on('close', static fn ($server, $fd) => print("close {$server->getClientInfo($fd)['close_by']}\n"));
        return $server;
    }, function (int $port, int $master) use ($file, $code) {
        $c = WebSocketClient::open($port);
        $pid = call($c, 'pid');
        $fd = call($c, 'fd');
        file_put_contents($file, "<?php touch('$file.tried'); $code");
        call($c, 'reload');
        wait_until(fn () => file_exists("$file.tried"));
        if ($code === 'nonsense();') {
            wait_moved($c, $pid); // an exception does not end a worker
        } else {
            for ($i = 0; $i < 5; $i++) {
                var_dump(call($c, 'pid') === $pid);
                usleep(20000);
            }
            file_put_contents($file, '<?php');
            var_dump(wait_moved($c, $pid) !== $pid);
        }
        var_dump(call($c, 'fd') === $fd);
        unlink("$file.tried");
        leave($c);
    }, ['print' => false]);
    preg_match_all('~^(?:workerError|close) .*~m', $output, $match);
    echo $code, ' ', implode(', ', array_unique($match[0])), "\n";
}
unlink($file);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
exit(5); workerError 0 5 0, close client
bool(true)
nonsense(); close client
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
trigger_error("on purpose", E_USER_ERROR); workerError 0 255 0, close client
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
posix_kill(getmypid(), SIGKILL); workerError 0 0 9, close client
