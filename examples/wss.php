<?php
// The echo server over TLS.    php -d extension=easyswoole examples/wss.php [port] [host] [certificate] [key] [workers]

$port = (int) ($argv[1] ?? 9502);
$host = $argv[2] ?? '127.0.0.1';

$server = new Swoole\WebSocket\Server($host, $port, SWOOLE_BASE, SWOOLE_SOCK_TCP | SWOOLE_SSL);
$server->set([
    'ssl_cert_file' => $argv[3] ?? 'server.crt', // the certificate, then the chain
    'ssl_key_file' => $argv[4] ?? 'server.key',
    'worker_num' => (int) ($argv[5] ?? 1),
    'package_max_length' => 32 * 1024 * 1024,
    'socket_buffer_size' => 64 * 1024 * 1024,
]);
$server->on('start', fn ($server) => print("listening on https://$server->host:$server->port/\n"));
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data, $frame->opcode));
$server->on('request', fn ($request, $response) => $response->end("worker " . getmypid() . "\n"));
$server->start();
