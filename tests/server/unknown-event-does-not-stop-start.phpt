--TEST--
An unknown event such as EasySwoole's "timer" only warns: the server starts
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
var_dump(@$server->on('timer', fn () => 0), error_get_last()['message']);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, 'served'));
run_server($server, function (int $port) {
    $client = WebSocketClient::open($port);
    $client->text('x');
    echo $client->readFrame(), "\n";
});
?>
--EXPECT--
bool(false)
string(47) "Swoole\Server::on(): unknown event types[timer]"
text "served"
