--TEST--
Table, Atomic and Lock made before start() are those of the server
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$t = new Swoole\Table(64);
$t->column('name', Swoole\Table::TYPE_STRING, 20);
$t->create();
$count = new Swoole\Atomic();
$bytes = new Swoole\Atomic\Long();
$lock = new Swoole\Lock();
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('open', fn ($server, $request) => $t->set($request->fd, ['name' => "client $request->fd"]));
$server->on('message', function ($server, $frame) use ($t, $count, $bytes, $lock) {
    $lock->lock();
    $count->add();
    $bytes->add(strlen($frame->data));
    $lock->unlock();
    $server->push($frame->fd, $t->get($frame->fd, 'name'));
});
$server->on('close', fn ($server, $fd) => $t->del($fd));
run_server($server, function (int $port) use ($t, $count) {
    $c = WebSocketClient::open($port);
    $c->text('hello');
    echo $c->readFrame(), "\n";
    foreach ($t as $key => $row) {
        echo "$key: {$row['name']}\n";
    }
    $c->close(1000, 'bye');
    $c->expectClose(1000, 'bye');
    $c->expectEof();
});
var_dump(count($t), $count->get(), $bytes->get(), $lock->trylock());
?>
--EXPECT--
text "client 1"
1: client 1
int(0)
int(1)
int(5)
bool(true)
