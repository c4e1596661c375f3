--TEST--
broadcast() leaves out a client whose queue is full, and says so by its count
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 1 << 20]);
$server->on('message', function ($server, $frame) {
    for ($i = 0; $i < 1000; $i++) {
        if (($count = $server->broadcast(str_repeat('x', 100000), except: [$frame->fd])) === 0) {
            break;
        }
    }
    $server->push($frame->fd, "$i " . $server->broadcast('for one') . ' ' . $server->stats()['overflow_count']);
});
run_server($server, function (int $port) {
    $deaf = WebSocketClient::open($port);
    $c = WebSocketClient::open($port);
    $c->text('go');
    echo $c->readMessage(), "\n";
    [$sent, $reached, $overflows] = explode(' ', $c->readMessage());
    echo $sent > 5 && $sent < 1000 ? 'bounded' : $sent, ", $overflows overflow\n";
    for ($i = 0; $i < $sent; $i++) { // what was queued arrives
        strlen($deaf->readMessage()) === 100000 || print("short\n");
    }
    echo $reached === '2' ? $deaf->readMessage() : 'left out', "\n";
});
?>
--EXPECTF--
for one
bounded, %d overflow
%r(for one|left out)%r
