--TEST--
start() names the file that it cannot write, and returns false
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

foreach (['pid_file', 'log_file'] as $option) {
    run_server(function () use ($option) {
        $server = new Swoole\WebSocket\Server('127.0.0.1', 0);
        $server->set([$option => '/nonexistent/file']);
        $server->on('message', fn () => 0);
        $server->on('start', fn () => print("never called\n"));
        return $server;
    }, fn () => 0, ['signal' => null, 'ready' => false, 'connections' => false, 'start' => function ($server) {
        var_dump(@$server->start(), error_get_last()['message']);
    }]);
}
?>
--EXPECT--
bool(false)
string(121) "Swoole\Server::start(): failed to start server. Error: cannot write pid_file /nonexistent/file: No such file or directory"
bool(false)
string(120) "Swoole\Server::start(): failed to start server. Error: cannot open log_file /nonexistent/file: No such file or directory"
