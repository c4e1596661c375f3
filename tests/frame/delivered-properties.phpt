--TEST--
A delivered Frame: class, fd, data, opcode, flags 33, finish true
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    var_dump($frame);
    $server->push($frame->fd, 'next');
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('text');
    $c->readMessage();
    $c->binary("\0\xff");
    $c->readMessage();
    $c->close();
    $c->expectClose(1000);
    $c->expectEof();
});
--EXPECTF--
object(Swoole\WebSocket\Frame)#%d (5) {
  ["fd"]=>
  int(1)
  ["data"]=>
  string(4) "text"
  ["opcode"]=>
  int(1)
  ["flags"]=>
  int(33)
  ["finish"]=>
  bool(true)
}
object(Swoole\WebSocket\Frame)#%d (5) {
  ["fd"]=>
  int(1)
  ["data"]=>
  string(2) "%c%c"
  ["opcode"]=>
  int(2)
  ["flags"]=>
  int(33)
  ["finish"]=>
  bool(true)
}
