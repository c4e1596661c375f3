--TEST--
A wrong version is answered 426 with the version, and with what to upgrade to
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => print("never called\n"));
run_server($server, function (int $port) {
    $head = strstr(exchange($port, str_replace('Version: 13', 'Version: 8', WebSocketClient::upgradeRequest())), "\r\n\r\n", true);
    echo preg_replace('/^Date: .*GMT\b/m', 'Date: (now)', $head), "\n";
});
?>
--EXPECT--
HTTP/1.1 426 Upgrade Required
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Version: 13
Connection: close
Date: (now)
Content-Type: text/plain
Content-Length: 21
