--TEST--
The marks are 80 % of socket_buffer_size and 0 unless they are given
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(function () {
    $server = calling_server([
        'fill' => function ($server, $fd, $to) {
            for ($i = 0; $server->push($to, str_repeat('x', 1 << 16)); $i++) {
            }
            return $i;
        },
        'queued' => fn ($server, $fd, $to) => $server->getClientInfo($to)['send_queued_bytes'],
    ], ['socket_buffer_size' => '1M']);
    foreach (['bufferFull', 'bufferEmpty'] as $event) {
        $server->on($event, static function ($server, $fd) use ($event) {
            $queued = $server->getClientInfo($fd)['send_queued_bytes'];
            echo $event . ($event === 'bufferFull' ? json_encode($queued >= (1 << 20) * .8 - 5) : $queued) . "\n";
        });
    }
    return $server;
}, function (int $port) {
    $c = WebSocketClient::open($port);
    $slow = WebSocketClient::open($port);
    $fd = call($slow, 'fd');
    $pushed = call($c, 'fill', $fd);
    while ($pushed-- > 0) {
        pushed($slow);
    }
    var_dump(wait_until(fn () => call($c, 'queued', $fd) === 0));
    call($slow, 'id');
    leave($c, $slow);
});
?>
--EXPECT--
bool(true)
bufferFulltrue
bufferEmpty0
