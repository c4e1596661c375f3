--TEST--
A worker that is busy for long gets everything another one has pushed meanwhile, in order
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(fn () => calling_server([
    'flood' => function ($server, $fd, $to) {
        for ($i = 0; $i < 50000; $i++) {
            if (!$server->push($to, (string) $i)) {
                return [$i, swoole_last_error()];
            }
        }
        return $i;
    },
    'busy' => function ($server, $fd, $file) { // until the file is there
        for ($end = microtime(true) + 30; !file_exists($file) && microtime(true) < $end; clearstatcache()) {
            usleep(1000);
        }
        return file_exists($file);
    },
], ['worker_num' => 2]), function (int $port) {
    [$c, $busy] = client_of_each_worker($port, 2);
    $fd = call($busy, 'fd');
    $file = tempnam(sys_get_temp_dir(), 'easyswoole');
    unlink($file);
    $busy->text(json_encode(['busy', [$file]]));
    var_dump(call($c, 'flood', $fd));
    touch($file);
    var_dump(result($busy));
    unlink($file);
    for ($i = 0; $i < 50000; $i++) {
        $frame = pushed($busy);
        if ($frame->payload !== (string) $i) {
            die("expected $i, got $frame");
        }
    }
    echo "all came, in order\n";
    leave($c, $busy);
});
?>
--EXPECT--
int(50000)
bool(true)
all came, in order
