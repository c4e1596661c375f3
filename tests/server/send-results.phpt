--TEST--
send(): what it returns and which error it leaves
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\Server('127.0.0.1', 0);
$server->set(['output_buffer_size' => 1000]);
$server->on('receive', function ($server, $fd, $reactor, $data) {
    $try = function (...$arguments) use ($server) {
        error_clear_last();
        swoole_clear_error();
        echo json_encode(@$server->send(...$arguments)), ' ', swoole_last_error(), ' ', error_get_last()['message'] ?? '', "\n";
    };
    $try($fd, 'int');
    $try((string) $fd, 'string');
    $try($fd, '');
    $try(null, 'x');
    $try(0, 'x');
    $try(-5, 'x');
    $try(99, 'x');
    $try($fd, str_repeat('x', 1001));
    $server->close($fd);
    $try($fd, 'x');
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send('hello');
    echo $client->readAll(), "\n";
});
?>
--EXPECT--
intstring
true 0 
true 0 
false 550 Swoole\Server::send(): the data sent must not be empty
false 503 Swoole\Server::send(): fd can not be null
false 503 Swoole\Server::send(): invalid fd[0]
false 503 Swoole\Server::send(): invalid fd[-5]
false 1005 
false 1203 
false 1004 
