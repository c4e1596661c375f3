<?php
// The server of hostile.mjs: small limits, compression, a port with TLS and one behind a proxy.
//     php hostile.php [port] [host] <certificate> <key>

[, $port, $host, $certificate, $key] = $argv;
$server = new Swoole\WebSocket\Server($host, (int) $port, SWOOLE_PROCESS);
$limits = [
    'open_http_protocol' => true, 'open_websocket_protocol' => true,
    'package_max_length' => 1 << 20, 'websocket_max_fragments' => 100, 'handshake_timeout' => 2, 'websocket_close_timeout' => 1,
    'output_timeout' => 3, 'socket_buffer_size' => 1 << 26,
];
$server->set($limits + ['worker_num' => 2, 'log_level' => SWOOLE_LOG_NONE, 'websocket_compression' => true]);
$secure = $server->listen($host, 0, SWOOLE_SOCK_TCP | SWOOLE_SSL);
$secure->set($limits + ['ssl_cert_file' => $certificate, 'ssl_key_file' => $key]);
$proxied = $server->listen($host, 0, SWOOLE_SOCK_TCP);
$proxied->set($limits + ['open_proxy_protocol' => true]);
$limited = $server->listen($host, 0, SWOOLE_SOCK_TCP);
$limited->set($limits + ['websocket_rate_limit' => 5]);

$large = str_repeat("\x00\xff", 10 << 20); // one string, however many clients wait for it
$opened = new Swoole\Atomic();
$closed = new Swoole\Atomic();
$server->on('start', fn ($server) => print("ports $secure->port $proxied->port $limited->port\nlistening on http://$host:$server->port/\n"));
$server->on('open', fn () => $opened->add());
$server->on('close', function ($server, $fd) use ($closed) {
    if ($server->getClientInfo($fd)['websocket_status'] === WEBSOCKET_STATUS_FRAME) {
        $closed->add();
    }
});
$server->on('request', fn ($request, $response) => $response->end(strlen((string) $request->rawContent()) . "\n"));
$server->on('message', function ($server, $frame) use ($opened, $closed, $large) {
    match ($frame->data) {
        'stats' => $server->push($frame->fd, json_encode($server->stats() + [
            'opened' => $opened->get(),
            'closed' => $closed->get(),
            'pids' => [$server->master_pid, $server->getWorkerPid(0), $server->getWorkerPid(1)],
        ])),
        'large' => $server->push($frame->fd, $large, WEBSOCKET_OPCODE_BINARY),
        'throw' => throw new Exception(),
        'close' => $server->disconnect($frame->fd, 4000, 'as you like'),
        default => $server->push($frame->fd, $frame->data, $frame->opcode),
    };
});
set_exception_handler(fn () => null);
$server->start();
