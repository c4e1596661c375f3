--TEST--
max_connections_per_ip holds for all workers together; a connection that has ended makes room
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

$server = limited_server(['max_connections_per_ip' => 3, 'worker_num' => 2]);
$server->on('workerStop', fn () => null);
$server->on('managerStop', fn ($server) => print('refused: ' . $server->stats()['address_limit_count'] . "\n"));
run_server($server, function (int $port) {
    $from = fn (string $ip) => new WebSocketClient($port, context: ['socket' => ['bindto' => "$ip:0", 'tcp_nodelay' => true]]);
    $clients = [];
    for ($i = 0; $i < 3; $i++) {
        $clients[] = $c = $from('127.0.0.2');
        $c->handshake();
    }
    $from('127.0.0.2')->expectEof(true);
    $from('127.0.0.3')->handshake(); // another address
    foreach ($clients as $c) {
        $c->text('x');
        echo $c->readMessage(), "\n";
    }
    $clients[0]->close();
    $clients[0]->expectClose();
    $clients[0]->expectEof();
    ($c = $from('127.0.0.2'))->handshake();
    $from('127.0.0.2')->expectEof(true);
    $c->text('y');
    echo $c->readMessage(), "\n";
}, ['connections' => false]);
?>
--EXPECT--
x
x
x
y
refused: 2
