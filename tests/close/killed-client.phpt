--TEST--
kill -9 of a client process, in the middle of a frame: one onClose, 1006 by client
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $pid = pcntl_fork();
    if ($pid === 0) {
        pcntl_alarm(20);
        $c = WebSocketClient::open($port);
        $c->send(substr(WebSocketClient::frame(1, 'never complete'), 0, 9));
        fwrite($theirs, "ready\n");
        pcntl_sigwaitinfo([SIGUSR1]); // for ever
    }
    fgets($ours);
    posix_kill($pid, SIGKILL);
    pcntl_waitpid($pid, $status);
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->readMessage();
    $c->close();
    $c->expectClose();
    $c->expectEof();
});
--EXPECT--
#1 reactor 0, status 3, 1006 "" by client
#2 reactor 0, status 3, 1000 "" by client
