<?php
// The server whose instructions are counted: php budget.php
// Its ports: echo and requests; one with a handshake in PHP; one for broadcasts.

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->set(['log_level' => SWOOLE_LOG_NONE]);
$server->on('message', function ($server, $frame) {
    $server->push($frame->fd, $frame->data, $frame->opcode);
});
$server->on('request', fn ($request, $response) => $response->end('hello'));

$custom = $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP);
$custom->set(['open_websocket_protocol' => true]);
$custom->on('handshake', function ($request, $response) {
    $key = $request->header['sec-websocket-key'];
    if (preg_match('#^[+/0-9A-Za-z]{21}[AQgw]==$#', $key) === 0 || strlen(base64_decode($key)) !== 16) {
        $response->end();
        return false;
    }
    $response->header('Upgrade', 'websocket');
    $response->header('Connection', 'Upgrade');
    $response->header('Sec-WebSocket-Accept', base64_encode(sha1($key . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11', true)));
    $response->header('Sec-WebSocket-Version', '13');
    $response->status(101);
    $response->end();
});

$many = $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP);
$many->set(['open_websocket_protocol' => true]);
$many->on('message', function ($server, $frame) {
    match ($frame->data) {
        'broadcast' => $server->broadcast('a message of the usual length, which everybody is to have by now'),
        'loop' => to_all($server, 'a message of the usual length, which everybody is to have by now'),
    };
});

$server->on('start', fn ($server) => print("ports $server->port $custom->port $many->port\n"));
$server->start();

function to_all($server, string $text): void
{
    foreach ($server->connections as $fd) {
        if ($server->isEstablished($fd)) {
            $server->push($fd, $text);
        }
    }
}
