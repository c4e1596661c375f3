--TEST--
Without descriptors accepting rests, says so once, and goes on when there are some again
--SKIPIF--
<?php
require __DIR__ . '/../inc/skipif.inc';
if (getenv('USE_ZEND_ALLOC') === '0' && !getenv('SKIP_ASAN')) {
    die('skip valgrind accepts what is over the limit, and closes it');
}
?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

$server = limited_server(['max_connection' => 100]);
$server->on('workerStart', function () {
    // Four may be had: those that come free later are just enough for the four that wait.
    for ($limit = 0, $free = 0; $free < 4; $limit++) {
        $free += !file_exists("/proc/self/fd/$limit");
    }
    posix_setrlimit(POSIX_RLIMIT_NOFILE, $limit, is_numeric($hard = posix_getrlimit()['hard openfiles']) ? (int) $hard : -1);
});
run_server($server, function (int $port) {
    for ($i = 0; $i < 8; $i++) {
        $clients[] = $c = new WebSocketClient($port);
        $c->send(WebSocketClient::upgradeRequest());
    }
    $taken = [];
    foreach ($clients as $i => $c) {
        if ($c->readable(2.5)) { // longer than two rests
            $c->readResponse()->status === 101 || print("refused\n");
            $taken[] = $i;
        }
    }
    echo count($taken), " taken\n";
    foreach ($taken as $i) {
        $clients[$i]->reset();
        unset($clients[$i]);
    }
    $open = 0;
    foreach ($clients as $c) {
        $open += $c->readResponse()->status === 101;
    }
    echo "$open taken\n";
}, ['alerts' => true, 'log' => true]);
?>
--EXPECTF--
4 taken
4 taken
WARNING cannot accept on 127.0.0.1:%d, trying again every second: Too many open files
NOTICE accepting on 127.0.0.1:%d again
descriptor_limit_count: 1
protocol errors: 0
