--TEST--
What a busy worker does not take is bounded in the sender: push() fails then, and works again later
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(fn () => calling_server([
    'flood' => function ($server, $fd, $to) {
        for ($i = 0; $i < 4000; $i++) {
            if (!$server->push($to, str_repeat('x', 30000))) {
                return [$i > 2000 && $i < 2500, swoole_last_error()];
            }
        }
        return $i;
    },
    'busy' => function ($server, $fd, $file) {
        for ($end = microtime(true) + 30; !file_exists($file) && microtime(true) < $end; clearstatcache()) {
            usleep(1000);
        }
        return file_exists($file);
    },
], ['worker_num' => 2, 'socket_buffer_size' => '200M']), function (int $port) {
    [$c, $busy] = client_of_each_worker($port, 2);
    $fd = call($busy, 'fd');
    $file = tempnam(sys_get_temp_dir(), 'easyswoole');
    unlink($file);
    $busy->text(json_encode(['busy', [$file]]));
    echo json_encode(call($c, 'flood', $fd)), "\n";
    touch($file);
    var_dump(result($busy));
    unlink($file);
    var_dump(wait_until(fn () => call($c, 'push', $fd, 'again')));
    while (($frame = pushed($busy))->payload !== 'again') {
        strlen($frame->payload) === 30000 || die("? $frame");
    }
    leave($c, $busy);
});
?>
--EXPECT--
[true,1009]
bool(true)
bool(true)
