--TEST--
daemonize: the caller exits when the server is ready, with 0, or with 1 when it failed; output goes to the log file
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$dir = sys_get_temp_dir() . '/easyswoole-' . getmypid();
mkdir($dir);
$code = <<<'PHP'
<?php
chdir($argv[1]);
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->set(['daemonize' => true, 'pid_file' => $argv[2], 'log_file' => 'log', 'worker_num' => (int) $argv[3]]);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, getcwd()));
$server->on('workerStart', fn () => print("started\n"));
$server->on('shutdown', fn () => print("shut down\n"));
ob_start();
echo "port $server->port\n";
$server->start();
PHP;
foreach ([1, 2] as $workers) {
    [$status, $output] = run_php($code, [$dir, 'pid', (string) $workers]);
    var_dump($status);
    echo preg_replace('~\d+~', 'N', $output);
    preg_match('~port (\d+)~', $output, $match);
    $pid = (int) file_get_contents("$dir/pid");
    var_dump($pid > 0 && posix_getsid($pid) === $pid && posix_getsid($pid) !== posix_getsid(getmypid()));
    var_dump(readlink("/proc/$pid/fd/1") === "$dir/log", readlink("/proc/$pid/fd/0"));
    $c = WebSocketClient::open((int) $match[1]);
    $c->text('cwd?');
    echo $c->readFrame(), "\n";
    leave($c);
    posix_kill($pid, SIGTERM);
    var_dump(wait_gone($pid), wait_until(fn () => !group_members($pid)), file_exists("$dir/pid"));
    echo file_get_contents("$dir/log");
    unlink("$dir/log");
}
[$status, $output] = run_php($code, [$dir, 'missing/pid', '2']);
echo $status, str_replace($dir, '(dir)', preg_replace('~\d+~', 'N', $output));
array_map('unlink', glob("$dir/*"));
rmdir($dir);
?>
--EXPECTF--
int(0)
port N
bool(true)
bool(true)
string(9) "/dev/null"
text "/"
bool(true)
bool(true)
bool(false)
started
shut down
int(0)
port N
bool(true)
bool(true)
string(9) "/dev/null"
text "/"
bool(true)
bool(true)
bool(false)
started
started
shut down
1port N

Warning: Swoole\Server::start(): failed to start server. Error: cannot write pid_file %s/missing/pid: No such file or directory in %s on line N
