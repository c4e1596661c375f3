--TEST--
The PROXY header comes in front of TLS, alone or together with the client's first bytes
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

$server = wss_server(['open_proxy_protocol' => true]);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $server->getClientInfo($frame->fd)['remote_ip']));
run_server($server, function (int $port, int $pid) {
    foreach ([false, true] as $together) {
        $c = new WebSocketClient($port, context: ['ssl' => ['peer_name' => 'localhost', 'cafile' => authority()->file], 'socket' => ['tcp_nodelay' => true]]);
        if ($together) {
            posix_kill($pid, SIGSTOP); // what is sent now is there when it looks
        }
        $c->send("PROXY TCP4 192.0.2.1 198.51.100.1 56324 443\r\n");
        $secured = stream_socket_enable_crypto($c->stream, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
        if ($together) {
            posix_kill($pid, SIGCONT);
        }
        $secured === true || wait_until(fn () => stream_socket_enable_crypto($c->stream, true, STREAM_CRYPTO_METHOD_TLS_CLIENT) === true) || print("no TLS\n");
        $c->handshake();
        $c->text('who');
        echo $c->readMessage(), "\n";
        $c->close();
        $c->expectClose();
    }
});
?>
--EXPECT--
192.0.2.1
192.0.2.1
