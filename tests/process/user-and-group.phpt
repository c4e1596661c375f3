--TEST--
user and group: workers run as them when root has started the server; an unknown one is a warning
--SKIPIF--
<?php
require __DIR__ . '/../inc/skipif.inc';
posix_getuid() === 0 || die('skip only root can become somebody else');
posix_getpwnam('nobody') || die('skip there is no user nobody');
?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$nobody = posix_getpwnam('nobody');
$who = fn () => [posix_getuid(), posix_geteuid(), posix_getgid()];
$dir = sys_get_temp_dir() . '/easyswoole-' . getmypid();
foreach ([['user' => 'nobody'], ['user' => 'nobody', 'group' => 'daemon'], ['group' => 'daemon'], ['user' => 'no-such-user', 'group' => 'no-such-group']] as $settings) {
    $output = run_server(function () use ($settings, $who) {
        $server = calling_server([
            'who' => $who,
            'task' => fn ($server, $fd) => $server->taskwait(['who', $fd, []], 5),
        ], $settings + ['worker_num' => 1, 'task_worker_num' => 1]);
        $server->on('managerStart', static fn () => print(json_encode($who()) . " in the master\n"));
        return $server;
    }, function (int $port) use ($nobody) {
        $c = WebSocketClient::open($port);
        $names = fn (array $ids) => posix_getpwuid($ids[0])['name'] . ' ' . posix_getpwuid($ids[1])['name'] . ' ' . ($ids[2] === $nobody['gid'] ? 'group of nobody' : posix_getgrgid($ids[2])['name']);
        echo $names(call($c, 'who')), ', ', $names(call($c, 'task')), "\n";
        leave($c);
    }, ['alerts' => isset($settings['user']) && $settings['user'] !== 'nobody', 'print' => false]);
    $lines = explode("\n", trim(preg_replace(LOG_LINE, '$1 $2', $output)));
    sort($lines);
    echo implode("\n", $lines), "\n";
}
?>
--EXPECT--
nobody nobody group of nobody, nobody nobody group of nobody
[0,0,0] in the master
nobody nobody daemon, nobody nobody daemon
[0,0,0] in the master
root root daemon, root root daemon
[0,0,0] in the master
root root root, root root root
WARNING there is no group no-such-group
WARNING there is no group no-such-group
WARNING there is no user no-such-user
WARNING there is no user no-such-user
[0,0,0] in the master
