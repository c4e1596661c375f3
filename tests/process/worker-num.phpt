--TEST--
worker_num 0 is one per processor, as is SWOOLE_PROCESS without it; out of range is moved into it
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$processors = (int) shell_exec('getconf _NPROCESSORS_ONLN');
foreach ([[SWOOLE_BASE, ['worker_num' => 0]], [SWOOLE_PROCESS, []], [SWOOLE_BASE, ['worker_num' => -5]], [SWOOLE_BASE, ['worker_num' => '3']]] as [$mode, $settings]) {
    run_server(fn () => calling_server([
        'num' => fn ($server) => [$server->setting['worker_num'], $server->stats()['worker_num']],
    ], $settings, $mode), function (int $port) use ($processors) {
        $c = WebSocketClient::open($port);
        [$setting, $real] = call($c, 'num');
        echo $real === $processors && $setting !== '3' ? 'one per processor' : "$setting -> $real", "\n";
        leave($c);
    });
}
?>
--EXPECT--
one per processor
one per processor
one per processor
3 -> 3
