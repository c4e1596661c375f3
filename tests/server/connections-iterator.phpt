--TEST--
$server->connections: keys count from 1, values are fds; count(), isset() and [] work
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('request', fn ($request, $response) => $response->end());
$server->on('message', function ($server, $frame) {
    $server->close(2);
    foreach ($server->connections as $key => $fd) {
        echo "$key => $fd ", json_encode($server->isEstablished($fd)), "\n";
    }
    $c = $server->connections;
    var_dump(count($c), isset($c[1]), isset($c[2]), isset($c[99]), $c[1]['remote_ip'], $c[99]);
    $c[1] = 'ignored';
    unset($c[1]);
    var_dump(isset($c[1]), iterator_to_array($server->ports[0]->connections) === iterator_to_array($c));
    $server->push($frame->fd, 'done');
});
run_server($server, function (int $port) {
    for ($i = 0; $i < 3; $i++) {
        $clients[] = WebSocketClient::open($port);
    }
    $plain = new WebSocketClient($port);
    $plain->request('GET', '/');
    $clients[0]->text('x');
    $clients[0]->readFrame();
});
?>
--EXPECT--
1 => 1 true
2 => 3 true
3 => 4 false
int(3)
bool(true)
bool(false)
bool(false)
string(9) "127.0.0.1"
bool(false)
bool(true)
bool(true)
