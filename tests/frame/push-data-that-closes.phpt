--TEST--
push(): a __toString that closes the connection; nothing is sent, last error 1004
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

class Closing
{
    public function __construct(private $server, private int $fd)
    {
    }

    public function __toString(): string
    {
        $this->server->disconnect($this->fd, 4000);
        return 'too late';
    }
}

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    var_dump($server->push($frame->fd, new Closing($server, $frame->fd)), $server->getLastError());
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('hello');
    $c->expectClose(4000);
    $c->close(4000);
    $c->expectEof();
});
--EXPECT--
bool(false)
int(1004)
