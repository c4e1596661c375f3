--TEST--
Callables of every kind: strings, arrays, first-class, invokable, __call, __callStatic, partial closures
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

class Handler
{
    public function __construct(private string $name)
    {
    }

    public function method($server, $frame): void
    {
        $server->push($frame->fd, "$this->name method");
    }

    public static function still($server, $frame): void
    {
        $server->push($frame->fd, static::class . ' static');
    }

    public function __invoke($server, $frame): void
    {
        $server->push($frame->fd, "$this->name invoked");
    }

    public function __call($name, $arguments): void
    {
        $arguments[0]->push($arguments[1]->fd, "$this->name __call $name");
    }

    public static function __callStatic($name, $arguments): void
    {
        $arguments[0]->push($arguments[1]->fd, static::class . " __callStatic $name");
    }
}

class Sub extends Handler
{
}

function plain($server, $frame): void
{
    $server->push($frame->fd, __FUNCTION__);
}

$callables = [
    'plain',
    plain(...),
    [new Handler('a'), 'method'],
    (new Handler('b'))->method(...),
    'Handler::still',
    ['Sub', 'still'],
    Sub::still(...),
    new Handler('c'),
    [new Handler('d'), 'anything'],
    (new Handler('e'))->whatever(...),
    'Sub::nothing',
    ['Handler', 'something'],
    Closure::fromCallable([new Handler('f'), 'method']),
    static fn ($server, $frame) => $server->push($frame->fd, 'static closure'),
];
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
foreach ($callables as $callable) {
    $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP)->on('message', $callable);
}
unset($callables, $callable);
$ports = array_map(fn ($port) => $port->port, $server->ports);
run_server($server, function () use ($ports) {
    foreach (array_slice($ports, 1) as $port) {
        $c = WebSocketClient::open($port);
        $c->text('x');
        echo $c->readMessage();
        $c->text('x');
        echo ', ', $c->readMessage(), "\n";
    }
});
--EXPECT--
plain, plain
plain, plain
a method, a method
b method, b method
Handler static, Handler static
Sub static, Sub static
Sub static, Sub static
c invoked, c invoked
d __call anything, d __call anything
e __call whatever, e __call whatever
Sub __callStatic nothing, Sub __callStatic nothing
Handler __callStatic something, Handler __callStatic something
f method, f method
static closure, static closure
