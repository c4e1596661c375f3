--TEST--
set(), on(), listen() and start() while the server runs: a warning and false
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => 0);
$server->on('workerStart', function ($server) {
    foreach (['set' => [['log_level' => 2]], 'on' => ['open', fn () => 0], 'listen' => ['127.0.0.1', 0, SWOOLE_SOCK_TCP], 'start' => []] as $method => $arguments) {
        error_clear_last();
        echo "$method: ", json_encode(@$server->$method(...$arguments)), ' ', error_get_last()['message'], "\n";
    }
    error_clear_last();
    echo 'port: ', json_encode(@$server->ports[0]->on('open', fn () => 0)), ' ', error_get_last()['message'], "\n";
});
run_server($server, fn () => 0);
?>
--EXPECT--
set: false Swoole\Server::set(): server is running, unable to change it
on: false Swoole\Server::on(): server is running, unable to change it
listen: false Swoole\Server::listen(): server is running, unable to change it
start: false Swoole\Server::start(): server is running, unable to change it
port: false Swoole\Server\Port::on(): server is running, unable to change a port
