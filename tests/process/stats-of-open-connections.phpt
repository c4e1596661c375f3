--TEST--
stats() counts the bytes of connections that are open in any worker
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->set(['worker_num' => 2]);
$server->on('message', function ($server, $frame) {
    $server->push($frame->fd, $frame->data === 'stats' ? json_encode($server->stats()) : $frame->data);
});
run_server($server, function (int $port) {
    for ($i = 0; $i < 12; $i++) { // the kernel spreads them over both workers
        $clients[] = $c = WebSocketClient::open($port);
        $c->text(str_repeat('x', 1000));
        $c->readMessage();
    }
    $c->text('stats');
    $stats = json_decode($c->readMessage(), true);
    foreach (['recv', 'send'] as $way) {
        $bytes = $stats["total_{$way}_bytes"];
        echo $way, ': ', $bytes >= 12000 && $bytes < 24000 ? 'all of them' : $bytes, "\n";
    }
});
?>
--EXPECT--
recv: all of them
send: all of them
