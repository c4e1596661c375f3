--TEST--
Output that a slow client has not taken, its marks and a paused client move with it
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(function () {
    $server = calling_server([
        'fill' => function ($server, $fd, $to) {
            for ($i = 0; $i < 400; $i++) {
                $server->push($to, str_pad((string) $i, 50000, '.'));
            }
            return true;
        },
        'queued' => fn ($server, $fd, $to) => $server->getClientInfo($to)['send_queued_bytes'],
        'pause' => fn ($server, $fd, $to) => $server->pause($to),
        'resume' => fn ($server, $fd, $to) => $server->resume($to),
    ], ['worker_num' => 1, 'socket_buffer_size' => '64M', 'buffer_high_watermark' => '1M', 'log_level' => SWOOLE_LOG_WARNING], SWOOLE_PROCESS);
    $server->on('bufferFull', static fn ($server, $fd) => print("full\n"));
    $server->on('bufferEmpty', static fn ($server, $fd) => print("empty\n"));
    return $server;
}, function (int $port) {
    $c = WebSocketClient::open($port);
    $slow = WebSocketClient::open($port);
    $paused = WebSocketClient::open($port);
    $fd = call($slow, 'fd');
    $pausedFd = call($paused, 'fd');
    call($c, 'pause', $pausedFd);
    call($c, 'fill', $fd);
    $queued = call($c, 'queued', $fd);
    var_dump($queued > 5000000);
    $paused->text('["id",[]]');
    $pid = call($c, 'pid');
    for ($i = 0; $i < 3; $i++) {
        wait_until(fn () => call($c, 'reload')); // the one before may not be over
        $pid = wait_moved($c, $pid);
    }
    $now = call($c, 'queued', $fd);
    var_dump($now <= $queued && $now > $queued / 2 ?: [$now, $queued]); // the kernel may take a little more
    $paused->expectSilence(0.05);
    call($c, 'resume', $pausedFd);
    var_dump(result($paused));
    for ($i = 0; $i < 400; $i++) {
        if ($slow->readFrame()->payload !== str_pad((string) $i, 50000, '.')) {
            die("not message $i");
        }
    }
    var_dump(wait_until(fn () => call($c, 'queued', $fd) === 0));
    call($c, 'id');
    leave($c, $slow, $paused);
});
?>
--EXPECT--
bool(true)
bool(true)
int(0)
bool(true)
full
empty
