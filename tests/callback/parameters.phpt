--TEST--
Callbacks with fewer, optional, variadic, nullable and by-reference parameters
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$callbacks = [
    'none' => fn () => print("none\n"),
    'one' => fn ($server) => print("one\n"),
    'optional' => fn ($server, $frame, $more = 'default') => print("optional $more\n"),
    'variadic' => fn (...$all) => print('variadic ' . count($all) . "\n"),
    'nullable' => fn (?Swoole\Server $server, null|object $frame) => print("nullable\n"),
    'by reference' => fn (&$server, &$frame) => print("by reference\n"),
    'too many' => fn ($server, $frame, $more) => print("never\n"),
    'wrong type' => fn (int $server, $frame) => print("never\n"),
];
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => null);
foreach (array_values($callbacks) as $i => $callback) {
    // one port each: callbacks cannot be replaced once the server runs
    $port = $i === 0 ? null : $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP);
    ($port ?? $server)->on('message', $callback);
}
$ports = array_map(fn ($port) => $port->port, $server->ports);
run_server($server, function () use ($ports) {
    foreach ($ports as $i => $port) {
        $c = WebSocketClient::open($port);
        $c->text('x');
        $i < 6 ? $c->ping() : $c->expectClose(1011);
        echo $i < 6 ? $c->readFrame() . "\n" : '';
    }
});
--EXPECTF--
pong ""
pong ""
pong ""
pong ""
pong ""
pong ""
none
one
optional default
variadic 2
nullable

Warning: {closure}(): Argument #1 ($server) must be passed by reference, value given in %s on line %d

Warning: {closure}(): Argument #2 ($frame) must be passed by reference, value given in %s on line %d
by reference

Warning: Uncaught ArgumentCountError: Too few arguments to function {closure}(), 2 passed and exactly 3 expected in %s:%d
%A
  thrown in %s on line %d

Warning: Uncaught TypeError: {closure}(): Argument #1 ($server) must be of type int, Swoole\WebSocket\Server given%A
  thrown in %s on line %d
