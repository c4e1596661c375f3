<?php
// Sends every message back.    php -d extension=easyswoole examples/echo.php [port] [host]

$port = (int) ($argv[1] ?? 9501);
$host = $argv[2] ?? '127.0.0.1';

$server = new Swoole\WebSocket\Server($host, $port);
$server->set(['package_max_length' => 32 * 1024 * 1024, 'socket_buffer_size' => 64 * 1024 * 1024]);
$server->on('start', fn ($server) => print("listening on http://$server->host:$server->port/\n"));
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data, $frame->opcode));
$server->start();
