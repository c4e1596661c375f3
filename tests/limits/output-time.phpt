--TEST--
output_timeout: a client that does not read what waits for it is cut off; others are not
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

$server = limited_server(['output_timeout' => 0.5 * time_factor(), 'socket_buffer_size' => 1 << 26]);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd,
    $frame->data === 'cut' ? (string) $server->stats()['output_timeout_count'] : str_repeat('x', (int) $frame->data)));
run_server($server, function (int $port) {
    $other = WebSocketClient::open($port);
    $other->text('20000000'); // may wait for a moment, and leaves
    echo strlen($other->readFrame()->payload), "\n";

    $deaf = WebSocketClient::open($port);
    $deaf->text('20000000');
    $start = microtime(true);
    wait_until(function () use ($other) {
        $other->text('cut');
        return $other->readMessage() === '1';
    }) || print("not cut off\n");
    $seconds = (microtime(true) - $start) / time_factor();
    echo $seconds >= 0.5 && $seconds < 2 ? "in time\n" : "after $seconds s\n";
});
?>
--EXPECT--
20000000
in time
1006 "the client does not read" by timeout
output_timeout_count: 1
protocol errors: 0
