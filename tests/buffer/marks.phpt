--TEST--
onBufferFull and onBufferEmpty are called when the queue passes its marks, once each; send_queued_bytes tells its length
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$cases = [
    'marks' => ['socket_buffer_size' => '32M', 'buffer_high_watermark' => '6M', 'buffer_low_watermark' => '1M'],
];
foreach ($cases as $settings) {
    run_server(function () use ($settings) {
        $server = calling_server([
            'fill' => function ($server, $fd, $to, $mib) {
                for ($i = 0; $i < 4 * $mib; $i++) {
                    $results[] = $server->push($to, str_repeat('x', 1 << 18));
                }
                return count(array_filter($results));
            },
            'queued' => fn ($server, $fd, $to) => $server->getClientInfo($to)['send_queued_bytes'],
        ], ['worker_num' => 2] + $settings);
        $server->on('bufferFull', static function ($server, $fd) {
            $queued = $server->getClientInfo($fd)['send_queued_bytes'];
            echo 'full at ' . ($queued >= 6 << 20 ? 'the mark' : $queued) . "\n";
        });
        $server->on('bufferEmpty', static function ($server, $fd) {
            $queued = $server->getClientInfo($fd)['send_queued_bytes'];
            echo 'empty at ' . ($queued <= 1 << 20 ? 'the mark' : $queued) . "\n";
        });
        return $server;
    }, function (int $port) {
        [$c, $slow] = client_of_each_worker($port, 2);
        $fd = call($slow, 'fd');
        for ($round = 0; $round < 2; $round++) {
            // Some 10 MiB may be in the kernel's buffers.
            foreach ([5, 15] as $mib) {
                var_dump(call($c, 'fill', $fd, $mib));
            }
            var_dump(wait_until(fn () => call($c, 'queued', $fd) > 5 << 20));
            for ($i = 0; $i < 80; $i++) {
                pushed($slow);
            }
            var_dump(wait_until(fn () => call($c, 'queued', $fd) === 0));
            call($slow, 'id');
        }
        leave($c, $slow);
    });
}
?>
--EXPECT--
int(20)
int(60)
bool(true)
bool(true)
int(20)
int(60)
bool(true)
bool(true)
full at the mark
empty at the mark
full at the mark
empty at the mark
