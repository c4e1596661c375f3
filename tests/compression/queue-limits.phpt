--TEST--
output_buffer_size and the queue look at the payload as it is given
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

$server = echo_server(['output_buffer_size' => 100000, 'websocket_compression_context_takeover' => true]);
$server->on('message', function ($server, $frame) {
    var_dump(@$server->push($frame->fd, str_repeat('x', 100001)), $server->getLastError());
    var_dump($server->push($frame->fd, str_repeat('x', 100000)));
});
run_server($server, function (int $port) {
    $c = new DeflateClient($port);
    $c->send('go');
    echo strlen($c->read($how)), " $how\n";
    $c->leave();
});
?>
--EXPECT--
100000 packed
bool(false)
int(1203)
bool(true)
