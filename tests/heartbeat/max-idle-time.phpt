--TEST--
max_idle_time closes a connection without traffic; what the server sends counts as traffic
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(function () {
    $server = calling_server([], ['max_idle_time' => 0.6]);
    $server->on('close', static function ($server, $fd) {
        $by = $server->getClientInfo($fd)['close_by'];
        echo "close by $by\n";
    });
    return $server;
}, function (int $port) {
    $c = WebSocketClient::open($port);
    $listener = WebSocketClient::open($port);
    $silent = WebSocketClient::open($port);
    $fd = call($listener, 'fd');
    $begin = microtime(true);
    while (microtime(true) - $begin < 1.5 * time_factor()) {
        call($c, 'push', $fd, 'x');
        $listener->readFrame();
        usleep(50000);
    }
    $silent->expectEof(true);
    leave($listener, $c);
});
?>
--EXPECT--
close by timeout
close by client
close by client
