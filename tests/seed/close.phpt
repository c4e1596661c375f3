--TEST--
The documentation's page as printed: onClose tells who closed
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/seed.inc';

run_seed(true, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->close(1001, 'gone');
    $c->expectClose(1001, 'gone');

    $c = WebSocketClient::open($port);
    $c->text('{"action": "drop"}');
    $c->expectEof();

    $c = WebSocketClient::open($port);
    $c->text('{"action": "bye"}');
    echo $c->readFrame(), "\n", $c->readFrame(), "\n";
    $c->close(1000);
    $c->expectEof();

    $c = new WebSocketClient($port);
    $c->send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    echo $c->readResponse()->status, "\n"; // there is no onRequest
    $c->expectEof();
});
?>
--EXPECT--
text "bye"
close 1000 ""
400
string(22) "shake success at fd :1"
string(22) "shake success at fd :2"
server close 
string(22) "shake success at fd :3"
server close 
