--TEST--
Connections whose TLS handshake is not over count for max_connection, have no id, and do not hold back the end of the server
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

$server = calling_wss_server(['stats' => fn ($server) => [$server->stats()['connection_num'], $server->stats()['refused_count'],
    count($server->getClientList())]], ['max_connection' => 2, 'max_wait_time' => 60, 'handshake_timeout' => 60]);
run_server($server, function (int $port) {
    $c = wss_client($port);
    static $silent;
    $silent = new WebSocketClient($port);
    $silent->send("\x16");
    (new WebSocketClient($port))->expectEof(true);
    echo json_encode(call($c, 'stats')), "\n";
    leave($c);
});
?>
--EXPECT--
[1,1,1]
