--TEST--
A server may be subclassed: callbacks get the same object, with its own properties and methods
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

final class MyServer extends Swoole\WebSocket\Server
{
    public array $names = [];

    public function __construct(private string $greeting)
    {
        parent::__construct('127.0.0.1', 0);
        $this->on('open', [$this, 'welcome']);
        $this->on('message', $this->message(...));
    }

    public function welcome(self $server, Swoole\Http\Request $request): void
    {
        $this->names[$request->fd] = $request->get['name'];
        var_dump($server === $this, $server instanceof Swoole\Server);
    }

    private function message(Swoole\Http\Server $server, $frame): void
    {
        $this->push($frame->fd, "$this->greeting {$this->names[$frame->fd]}");
    }

    public function push(int $fd, mixed $data, int $opcode = 1, mixed $flags = 1): bool
    {
        return parent::push($fd, "$data!", $opcode, $flags);
    }
}
run_server(new MyServer('hello'), function (int $port) {
    $client = WebSocketClient::open($port, '/?name=you');
    $client->text('x');
    echo $client->readFrame(), "\n";
});
?>
--EXPECT--
text "hello you!"
bool(true)
bool(true)
