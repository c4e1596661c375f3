<?php
// The server under test: echoes messages with their opcode, answers requests with what it understood of them.
// One port for each set of options that the tables know; prints them as JSON when it serves.

const MAX_SMALL = 65536; // tables/limits.mjs and tables/http-body.mjs know these two
const MAX_FRAGMENTS = 16;

$large = ['package_max_length' => '32M', 'websocket_max_fragments' => 200000, 'socket_buffer_size' => '256M'];
$small = ['package_max_length' => MAX_SMALL, 'websocket_max_fragments' => MAX_FRAGMENTS, 'websocket_subprotocol' => 'chat',
    'handshake_timeout' => 1];
$compressed = ['websocket_compression' => true, 'websocket_compression_min_length' => 0, 'open_http_protocol' => true,
    'open_websocket_protocol' => true];

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->set(['worker_num' => 1, 'websocket_close_timeout' => 2, 'websocket_compression' => false] + $large);
$ports = ['main' => $server->port];

$listen = function (string $name, array $options) use ($server, &$ports) {
    $port = $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP);
    $port->set(['websocket_close_timeout' => 2, 'open_http_protocol' => true, 'open_websocket_protocol' => true] + $options);
    $ports[$name] = $port->port;
};
$listen('limits', ['websocket_compression' => false] + $small);
$listen('deflate', $compressed + $large);
$listen('takeover', ['websocket_compression_context_takeover' => true] + $compressed + $large);
$listen('deflate-limits', $compressed + $small);

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
$server->on('start', function () use (&$ports) {
    echo json_encode($ports), "\n";
});
$server->start();
