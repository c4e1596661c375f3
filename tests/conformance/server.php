<?php
// A server under test: echoes messages with their opcode, answers requests with what it understood of them.
//   php server.php plain|deflate|takeover [file with certificate and key, for TLS]
// Compression is an option of a whole server, so there is one for each way of it. Each has a port with large limits, called as
// the server, one with small limits ("plain-limits"), and one with little time ("plain-impatient"); it prints their numbers as
// JSON when it serves.

const COMPRESSION = [
    'plain' => ['websocket_compression' => false],
    'deflate' => ['websocket_compression' => true, 'websocket_compression_min_length' => 0],
    'takeover' => ['websocket_compression' => true, 'websocket_compression_min_length' => 0, 'websocket_compression_context_takeover' => true],
];
const LARGE = ['package_max_length' => '32M', 'websocket_max_fragments' => 200000, 'socket_buffer_size' => '256M'];
const SMALL = [ // the tables know these
    'open_http_protocol' => true, 'open_websocket_protocol' => true,
    'package_max_length' => 65536, 'websocket_max_fragments' => 16, 'websocket_subprotocol' => 'chat',
];

$kind = $argv[1];
$type = isset($argv[2]) ? SWOOLE_SOCK_TCP | SWOOLE_SSL : SWOOLE_SOCK_TCP;
$tls = isset($argv[2]) ? ['ssl_cert_file' => $argv[2], 'ssl_key_file' => $argv[2]] : [];
$server = new Swoole\WebSocket\Server('127.0.0.1', 0, SWOOLE_BASE, $type);
$server->set($tls + COMPRESSION[$kind] + LARGE);
$limits = $server->listen('127.0.0.1', 0, $type);
$limits->set($tls + SMALL);
$impatient = $server->listen('127.0.0.1', 0, $type);
$impatient->set($tls + SMALL + ['handshake_timeout' => 1]);
$ports = [$kind => $server->port, "$kind-limits" => $limits->port, "$kind-impatient" => $impatient->port];

$server->on('message', function ($server, $frame) {
    $server->push($frame->fd, $frame->data, $frame->opcode);
});
$server->on('request', function ($request, $response) {
    global $server; // not use ($server): nobody would collect the cycle
    if ($request->server['request_uri'] === '/connections') { // how many are left, but for this one
        $response->end((string) ($server->stats()['connection_num'] - 1));
        return;
    }
    $body = $request->rawContent() ?: '';
    $response->header('Content-Type', 'application/json');
    $response->end(json_encode([
        'method' => $request->server['request_method'],
        'uri' => $request->server['request_uri'],
        'query' => $request->server['query_string'] ?? '',
        'length' => strlen($body),
        'md5' => md5($body),
        'value' => $request->header['x-value'] ?? null,
    ], JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE));
});
$server->on('start', function () use ($ports) {
    echo json_encode($ports), "\n";
});
$server->start();
