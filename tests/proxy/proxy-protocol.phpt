--TEST--
open_proxy_protocol: the client's address comes from the PROXY header, in any split; without one the connection ends
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

$server = limited_server(['open_proxy_protocol' => true]);
$server->on('message', function ($server, $frame) {
    $info = $server->getClientInfo($frame->fd);
    $server->push($frame->fd, "$info[remote_ip] port $info[remote_port], " . count($server->connections) . ' connections');
});
$server->on('connect', fn ($server, $fd) => print('connect from ' . $server->getClientInfo($fd)['remote_ip'] . "\n"));

run_server($server, function (int $port) {
    $v2 = "\r\n\r\n\0\r\nQUIT\n";
    $own = fn (string $text) => preg_replace('/^127\.0\.0\.1 port \d+/', 'its own', $text);
    $ipv4 = "\xc0\0\x02\x01\xc6\x33\x64\x01\xdc\x04\x01\xbb";
    foreach (["PROXY TCP4 192.0.2.1 198.51.100.1 56324 443\r\n", "PROXY TCP6 2001:db8::1 ::1 1 2\r\n", "$v2\x21\x11\0\x0c$ipv4",
        "PROXY UNKNOWN\r\n", "$v2\x20\0\0\0"] as $header) {
        $c = new WebSocketClient($port); // header and request at once
        $c->send($header . WebSocketClient::upgradeRequest());
        $c->readResponse()->status === 101 || print("refused\n");
        $c->text('who');
        $answer = $own($c->readMessage());
        $slow = new WebSocketClient($port);
        $slow->sendSlowly($header . WebSocketClient::upgradeRequest());
        $slow->readResponse()->status === 101 || print("refused\n");
        $c->close();
        $c->expectClose();
        $c->expectEof();
        $slow->text('who');
        $again = $own($slow->readMessage());
        echo $again, $again === $answer ? '' : " | $answer", "\n";
        $slow->close();
        $slow->expectClose();
        $slow->expectEof();
    }
    foreach ([WebSocketClient::upgradeRequest(), "PROXY TCP4 1.2.3.4 1.2.3.4 1 x\r\n", "$v2\x31"] as $bytes) {
        $c = new WebSocketClient($port);
        $c->send($bytes);
        $c->expectEof(true);
    }
});
?>
--EXPECT--
192.0.2.1 port 56324, 1 connections
2001:db8::1 port 1, 1 connections
192.0.2.1 port 56324, 1 connections
its own, 1 connections
its own, 1 connections
connect from 192.0.2.1
connect from 192.0.2.1
connect from 2001:db8::1
connect from 2001:db8::1
connect from 192.0.2.1
connect from 192.0.2.1
connect from 127.0.0.1
connect from 127.0.0.1
connect from 127.0.0.1
connect from 127.0.0.1
protocol errors: 3
