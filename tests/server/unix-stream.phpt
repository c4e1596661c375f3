--TEST--
A unix stream socket: its path is host and remote_ip, and the file is removed at the end
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$path = sys_get_temp_dir() . '/easyswoole-test-' . getmypid() . '.sock';
$make = function () use ($path) {
    $server = new Swoole\Server($path, 0, SWOOLE_BASE, SWOOLE_SOCK_UNIX_STREAM);
    var_dump($server->port, $server->type, file_exists($path));
    $server->on('receive', function ($server, $fd, $reactor, $data) use ($path) {
        $info = $server->getClientInfo($fd);
        $server->send($fd, "$data $info[socket_type] " . json_encode($info['remote_ip'] === $path));
        $server->close($fd);
    });
    return $server;
};
$pid = pcntl_fork(); // not run_server(), which waits for the number of a port
if ($pid === 0) {
    $make()->start();
    exit(0);
}
wait_until(function () use ($path, &$client) {
    return $client = @stream_socket_client("unix://$path");
});
fwrite($client, 'hello');
echo stream_get_contents($client), "\n";
posix_kill($pid, SIGTERM);
pcntl_waitpid($pid, $status);
var_dump($status, file_exists($path));
?>
--EXPECT--
int(0)
int(5)
bool(true)
hello 5 true
int(0)
bool(false)
