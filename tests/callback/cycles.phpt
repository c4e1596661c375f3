--TEST--
A server in cycles with its callbacks and ports is collected, its destructor and port go
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

class Traced extends Swoole\WebSocket\Server
{
    public function __destruct()
    {
        echo "gone\n";
    }
}

function make(): int
{
    $server = new Traced('127.0.0.1', 0);
    $server->on('message', function () use ($server) {
    });
    $server->on('workerStart', [$server, 'stats']);
    $port = $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP);
    $port->on('message', fn () => $port->port + $server->port);
    return $server->port;
}

$port = make();
gc_collect_cycles();
echo "collected\n";
$again = new Traced('127.0.0.1', $port); // the port is free, and so is the one place for a server
echo $again->port === $port ? "same port\n" : '';
unset($again);
--EXPECT--
gone
collected
same port
gone
