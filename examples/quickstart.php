<?php
// What one says, all hear.    php -d extension=easyswoole examples/quickstart.php [port]

$server = new Swoole\WebSocket\Server('127.0.0.1', (int) ($argv[1] ?? 9501));

$server->on('start', function ($server) {
    echo "listening on http://$server->host:$server->port/\n";
});
$server->on('open', function ($server, Swoole\Http\Request $request) {
    $server->push($request->fd, "welcome, you are number $request->fd");
});
$server->on('message', function ($server, Swoole\WebSocket\Frame $frame) {
    foreach ($server->connections as $fd) {
        if ($server->isEstablished($fd)) {
            $server->push($fd, "$frame->fd: $frame->data", $frame->opcode);
        }
    }
});
$server->on('close', function ($server, int $fd) {
    $info = $server->getClientInfo($fd);
    if ($info['websocket_status'] === WEBSOCKET_STATUS_FRAME) { // not an HTTP request
        echo "$fd has left, code $info[close_code], closed by: $info[close_by]\n";
    }
});
$server->on('request', function (Swoole\Http\Request $request, Swoole\Http\Response $response) {
    $response->header('Content-Type', 'text/plain; charset=utf-8');
    $response->end("you asked for {$request->server['request_uri']}\n");
});

$server->start();
