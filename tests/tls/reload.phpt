--TEST--
A reload: WebSockets over TLS are closed with 1012, a request that is half there is answered by the old worker, plain ones stay
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

authority();
run_server(function () {
    $server = calling_wss_server([], ['worker_num' => 1, 'max_wait_time' => 60], SWOOLE_PROCESS);
    $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP);
    $plain = $server->ports[1]->port;
    $server->on('request', static fn ($request, $response) => $response->end("$plain " . getmypid()));
    $server->on('close', static function ($server, $fd) {
        $info = $server->getClientInfo($fd);
        echo "close by {$info['close_by']}, {$info['close_code']}\n";
    });
    return $server;
}, function (int $port, int $master) {
    [$plainPort, $pid] = explode(' ', tls_client($port)->request('GET', '/', ['Connection' => 'close'])->body);
    $stays = WebSocketClient::open((int) $plainPort);
    $tls = wss_client($port);
    $half = tls_client($port);
    $half->send("GET / HTTP/1.1\r\n");
    $silent = tls_client($port); // its request is on its way
    call($stays, 'pid'); // the server has read all that
    call($tls, 'pid');
    posix_kill($master, SIGUSR1);
    wait_moved($stays, (int) $pid);
    $tls->expectClose(1012);
    $tls->close(1012);
    $tls->expectEof();
    $half->send("Host: x\r\n\r\n");
    $silent->send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    foreach ([$half, $silent] as $c) {
        $response = $c->readResponse();
        echo $response->header('connection'), ', ', explode(' ', $response->body)[1] === $pid ? 'by the old worker' : 'by a new one', "\n";
        $c->expectEof();
    }
    $new = wss_client($port);
    var_dump(call($new, 'pid') === call($stays, 'pid'));
    leave($new, $stays);
});
?>
--EXPECT--
close, by the old worker
close, by the old worker
bool(true)
close by server, 0
close by shutdown, 1012
close by server, 0
close by server, 0
close by client, 1000
close by client, 1000
