--TEST--
handshake_timeout: a connection that does not ask for anything in time is closed, by timeout
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['handshake_timeout' => 0.3 * time_factor()]);
before_callback($server, 'workerStop', fn ($server) => print('timeouts: ' . $server->stats()['request_timeout_count'] . "\n"));
run_server($server, function (int $port) {
    $silent = new WebSocketClient($port);
    $half = new WebSocketClient($port);
    $half->send(substr(WebSocketClient::upgradeRequest(), 0, 40));
    echo $half->readResponse()->status, "\n";
    $half->expectEof();
    $silent->expectEof();
    $c = WebSocketClient::open($port); // once established, there is no such limit
    $c->expectSilence(0.6 * time_factor());
    $c->close();
    $c->expectClose();
    $c->expectEof();
});
--EXPECTF--
408
#%d reactor 0, status 0, 0 "%r(no request came|the request did not become complete)%r" by timeout
#%d reactor 0, status 0, 0 "%r(no request came|the request did not become complete)%r" by timeout
#3 reactor 0, status 3, 1000 "" by client
timeouts: 2
