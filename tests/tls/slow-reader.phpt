--TEST--
A client that reads slowly gets everything, the queue is bounded and its marks are told, while others are served
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

$server = wss_server(['socket_buffer_size' => 8 << 20]);
$server->on('message', function ($server, $frame) {
    if ($frame->data !== 'flood') {
        $server->push($frame->fd, $frame->data);
        return;
    }
    for ($n = 0; $server->push($frame->fd, str_repeat(chr(65 + $n % 26), 100000), WEBSOCKET_OPCODE_BINARY); $n++) {
    }
    $queued = $server->getClientInfo($frame->fd)['send_queued_bytes'];
    echo $server->getLastError(), ', ', $queued > 7 << 20 && $queued <= 8 << 20 ? 'full' : $queued, "\n";
    $server->push(1, (string) $n);
});
$server->on('bufferFull', fn ($server, $fd) => print("full $fd\n"));
$server->on('bufferEmpty', fn ($server, $fd) => print("empty $fd\n"));
run_server($server, function (int $port) {
    $quick = wss_client($port);
    $slow = wss_client($port);
    $slow->text('flood');
    $n = (int) $quick->readMessage();
    for ($i = 0, $right = 0; $i < $n; $i++) {
        $right += $slow->readFrame()->payload === str_repeat(chr(65 + $i % 26), 100000);
        if ($i % 20 === 0) {
            $quick->text("still $i");
            $quick->readMessage() === "still $i" || print("wrong echo\n");
        }
    }
    var_dump($n > 70, $right === $n);
    $slow->text('there');
    echo $slow->readFrame(), "\n";
});
?>
--EXPECT--
bool(true)
bool(true)
text "there"
1009, full
full 2
empty 2
