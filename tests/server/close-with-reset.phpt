--TEST--
close($fd, true) drops what is queued and closes at once
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$server = new Swoole\Server('127.0.0.1', 0);
$server->on('receive', function ($server, $fd) use ($theirs) {
    for ($sent = 0; $server->send($fd, str_repeat('x', 1 << 16)); $sent += 1 << 16);
    var_dump($server->close($fd, true));
    fwrite($theirs, "$sent\n");
});
run_server($server, function (int $port) use ($ours) {
    $client = new WebSocketClient($port);
    $client->send('x');
    $sent = (int) fgets($ours);
    var_dump(strlen($client->readAll()) < $sent);
});
?>
--EXPECT--
bool(true)
bool(true)
