--TEST--
pid_file names the master and is gone at the end; SIGWINCH and SIGRTMIN open the log file anew in every process
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$dir = sys_get_temp_dir() . '/easyswoole-' . getmypid();
mkdir($dir);
run_server(fn () => calling_server(['reload' => fn ($server) => $server->reload()],
    ['worker_num' => 2, 'task_worker_num' => 1, 'pid_file' => "$dir/pid", 'log_file' => "$dir/log", 'log_level' => SWOOLE_LOG_DEBUG]),
    function (int $port, int $master) use ($dir) {
        $c = WebSocketClient::open($port);
        $pids = call($c, 'pids');
        var_dump(file_get_contents("$dir/pid") === (string) $master);
        foreach ([SIGWINCH, SIGRTMIN] as $n => $signal) {
            rename("$dir/log", "$dir/log.$n");
            posix_kill($master, $signal);
            foreach ([$master, ...$pids] as $pid) { // every process has the new file, and not the old one
                var_dump(wait_until(function () use ($pid, $dir) {
                    $files = array_map(fn ($link) => @readlink($link), glob("/proc/$pid/fd/*"));
                    return in_array("$dir/log", $files) && !preg_grep('~/log\.\d$~', $files);
                }));
            }
        }
        leave($c);
    });
var_dump(file_exists("$dir/pid"), str_contains(file_get_contents("$dir/log"), 'DEBUG signal 15: worker 1 ends'));
array_map('unlink', glob("$dir/*"));
rmdir($dir);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
