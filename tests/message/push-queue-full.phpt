--TEST--
socket_buffer_size: when the client does not read, push() is false with 1009; others are not affected
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['socket_buffer_size' => 1 << 20]);
$server->on('message', function ($server, $frame) {
    if ($frame->data === 'flood') {
        $n = 0;
        while ($server->push($frame->fd, str_repeat('x', 50000), WEBSOCKET_OPCODE_BINARY)) {
            if (++$n > 10000) {
                break;
            }
        }
        echo $server->getLastError(), "\n";
        $queued = $server->getClientInfo($frame->fd)['send_queued_bytes'];
        echo $queued > 900000 && $queued <= 1 << 20 ? "full\n" : "$queued\n";
        $server->push(1, (string) $n);
        echo 'overflows: ', $server->stats()['overflow_count'], "\n";
    } else {
        $server->push($frame->fd, 'alive');
    }
});
$server->on('close', fn () => null);
run_server($server, function (int $port) {
    $other = WebSocketClient::open($port);
    $c = WebSocketClient::open($port);
    $c->text('flood');
    $n = (int) $other->readMessage();
    $other->text('x');
    echo $other->readMessage(), "\n";
    for ($i = 0; $i < $n; $i++) { // what was accepted arrives, whole
        strlen($c->readMessage()) === 50000 || print("short\n");
    }
    $c->text('x');
    echo $c->readMessage(), "\n";
});
--EXPECT--
alive
alive
1009
full
overflows: 1
