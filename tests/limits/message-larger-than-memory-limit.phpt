--TEST--
A message for which memory_limit has no room is refused with 1009, and nobody else is affected
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

run_server(limited_server(['package_max_length' => '64M']), function (int $port) {
    $other = WebSocketClient::open($port);
    $c = WebSocketClient::open($port);
    try {
        $c->binary(str_repeat('x', 16 << 20));
    } catch (ClientError) { // it closes before it has read all
    }
    $other->text('still here');
    echo $other->readMessage(), "\n";
}, ['start' => function ($server) {
    ini_set('memory_limit', '12M');
    $server->start();
}]);
?>
--EXPECT--
still here
1009 "no memory for the message" by error
memory_limit_count: 1
protocol errors: 0
