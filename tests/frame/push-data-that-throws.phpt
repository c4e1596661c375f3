--TEST--
push(): data whose __toString throws, or that is no text, sends nothing and throws to the caller
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

class Broken
{
    public function __toString(): string
    {
        throw new Exception('no text');
    }
}

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    $bad = new Swoole\WebSocket\Frame();
    $bad->data = new Broken();
    $close = new Swoole\WebSocket\CloseFrame();
    $close->reason = new Broken();
    foreach ([new Broken(), new stdClass(), $bad, $close] as $data) {
        try {
            $server->push($frame->fd, $data);
            echo "not thrown\n";
        } catch (Throwable $e) {
            echo $e->getMessage(), "\n";
        }
    }
    $server->push($frame->fd, 'end');
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('hello');
    echo $c->readFrame(), "\n";
});
--EXPECT--
text "end"
no text
Object of class stdClass could not be converted to string
no text
no text
