--TEST--
send() to a client that does not read returns false with 1009 when socket_buffer_size is full
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$server = new Swoole\Server('127.0.0.1', 0);
$server->set(['socket_buffer_size' => 1 << 20]);
$server->on('receive', function ($server, $fd) use ($theirs) {
    for ($sent = 0; $server->send($fd, str_repeat('x', 1 << 16)); $sent += 1 << 16);
    var_dump(swoole_last_error(), $server->stats()['overflow_count'], $server->getClientInfo($fd)['send_queued_bytes'] <= 1 << 20);
    $server->close($fd); // what is queued goes out first
    fwrite($theirs, "$sent\n");
});
run_server($server, function (int $port) use ($ours) {
    $client = new WebSocketClient($port);
    $client->send('x');
    $sent = (int) fgets($ours);
    var_dump(strlen($client->readAll()) === $sent);
});
?>
--EXPECT--
bool(true)
int(1009)
int(1)
bool(true)
