--TEST--
Code that is loaded in onWorkerStart is new after a reload, on the same connections
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$file = tempnam(sys_get_temp_dir(), 'easyswoole');
$write = fn (int $version) => file_put_contents($file, "<?php function version() { return $version; }");
$write(1);
run_server(function () use ($file) {
    $server = calling_server(['version' => fn () => version()], ['worker_num' => 2]);
    $server->on('workerStart', static fn () => require $file);
    return $server;
}, function (int $port) use ($write) {
    $clients = client_of_each_worker($port, 2);
    for ($version = 2; $version < 5; $version++) {
        $write($version);
        wait_until(fn () => call($clients[0], 'reload'));
        foreach ($clients as $c) {
            var_dump(wait_until(fn () => call($c, 'version') === $version));
        }
    }
    leave(...$clients);
});
unlink($file);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
