--TEST--
memory_limit in onMessage: the process ends with status 255, nothing behind start() runs
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
if (getenv('USE_ZEND_ALLOC') === '0') die('skip there is no memory limit without Zend\'s allocator');
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => strlen(str_repeat('x', 100 << 20)));
$server->on('close', fn () => print("never: no user code after a fatal error\n"));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectEof(true);
}, ['signal' => null, 'exit' => 255, 'start' => function ($server) {
    ini_set('memory_limit', '32M');
    register_shutdown_function(fn () => print("shutdown function\n"));
    $server->start();
    echo "never\n";
}]);
--EXPECTF--
Fatal error: Allowed memory size of 33554432 bytes exhausted (tried to allocate %d bytes) in %s on line %d
shutdown function
