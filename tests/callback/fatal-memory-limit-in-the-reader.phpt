--TEST--
memory_limit while a message of 16 MiB is received that receive_memory_limit allows: the process ends with status 255
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
if (getenv('USE_ZEND_ALLOC') === '0') die('skip there is no memory limit without Zend\'s allocator');
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
$server->set(['package_max_length' => '64M', 'receive_memory_limit' => '64M']);
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    try {
        $c->binary(str_repeat('x', 16 << 20));
    } catch (ClientError) {
    }
    $c->expectEof(true);
}, ['signal' => null, 'exit' => 255, 'start' => function ($server) {
    ini_set('memory_limit', '12M');
    $server->start();
    echo "never\n";
}]);
--EXPECTF--
Fatal error: Allowed memory size of 12582912 bytes exhausted (tried to allocate %d bytes) in %s on line %d
