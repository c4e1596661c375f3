--TEST--
Methods of a subclass of the server as callbacks, private ones too
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

class Chat extends Swoole\WebSocket\Server
{
    private array $names = [];

    public function __construct()
    {
        parent::__construct('127.0.0.1', 0);
        $this->on('open', [$this, 'opened']);
        $this->on('message', fn (self $server, $frame) => $this->said($server, $frame));
        $this->on('close', $this->closed(...));
    }

    public function opened(Chat $server, Swoole\Http\Request $request): void
    {
        $this->names[$request->fd] = $request->get['name'];
    }

    private function said(Chat $server, swoole_websocket_frame $frame): void
    {
        $server->push($frame->fd, $server === $this ? "{$this->names[$frame->fd]}: $frame->data" : 'another object');
    }

    private function closed(Chat $server, int $fd): void
    {
        echo "{$this->names[$fd]} left\n";
    }
}

run_server(new Chat(), function (int $port) {
    $c = WebSocketClient::open($port, '/?name=ann');
    $c->text('hi');
    echo $c->readMessage(), "\n";
    $c->close();
    $c->expectClose();
    $c->expectEof();
});
--EXPECT--
ann: hi
ann left
