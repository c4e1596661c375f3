<?php
// The server that is measured, and Swoole: both define these classes, so that one script serves both.
//
//     php -n -d extension=easyswoole.so easyswoole.php [what [option=value ...]]
//
// what: echo, broadcast (with Server::broadcast()), broadcast-loop (push() to each of $server->connections), handshake (in PHP),
// tls (echo; certificate=file), deflate (echo). Everything else is an option of set(). Prints "listening on <port>".

$what = $argv[1] ?? 'echo';
$options = [];
foreach (array_slice($argv, 2) as $argument) {
    [$name, $value] = explode('=', $argument, 2);
    $options[$name] = is_numeric($value) ? (int) $value : $value;
}

$tls = $what === 'tls';
$server = new Swoole\WebSocket\Server('127.0.0.1', 0, SWOOLE_BASE, $tls ? SWOOLE_SOCK_TCP | SWOOLE_SSL : SWOOLE_SOCK_TCP);
$options += [
    'worker_num' => 1,
    'max_connection' => 18000,
    'package_max_length' => 64 << 20,
    'socket_buffer_size' => 256 << 20,
    'log_level' => SWOOLE_LOG_WARNING,
];
if ($tls) {
    $options += ['ssl_cert_file' => $options['certificate'], 'ssl_key_file' => $options['certificate']];
}
unset($options['certificate']);
if ($what === 'deflate') {
    $options += ['websocket_compression' => true];
}
if (extension_loaded('swoole')) {
    $options += ['enable_coroutine' => false];
}
$server->set($options);

/** The handshake as EasySwoole's documentation teaches it, without its output. */
class Handshake
{
    public function onHandShake(Swoole\Http\Request $request, Swoole\Http\Response $response): bool
    {
        if (!$this->isWelcome($request)) {
            $response->end();
            return false;
        }
        if ($this->accept($request, $response)) {
            $response->end();
            return true;
        }
        $response->end();
        return false;
    }

    private function isWelcome(Swoole\Http\Request $request): bool
    {
        $headers = $request->header;
        $cookie = $request->cookie;
        return $headers !== null || $cookie !== null;
    }

    private function accept(Swoole\Http\Request $request, Swoole\Http\Response $response): bool
    {
        $key = $request->header['sec-websocket-key'] ?? '';
        if (preg_match('#^[+/0-9A-Za-z]{21}[AQgw]==$#', $key) === 0 || strlen(base64_decode($key)) !== 16) {
            return false;
        }
        $headers = [
            'Upgrade' => 'websocket',
            'Connection' => 'Upgrade',
            'Sec-WebSocket-Accept' => base64_encode(sha1($key . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11', true)),
            'Sec-WebSocket-Version' => '13',
            'KeepAlive' => 'off',
        ];
        if (isset($request->header['sec-websocket-protocol'])) {
            $headers['Sec-WebSocket-Protocol'] = $request->header['sec-websocket-protocol'];
        }
        foreach ($headers as $name => $value) {
            $response->header($name, $value);
        }
        $response->status(101);
        return true;
    }
}

$server->on('workerStart', function ($server, int $worker) { // Swoole has no start event in base mode
    if ($worker === 0) {
        echo "listening on $server->port\n";
    }
});
$server->on('message', match ($what) {
    'broadcast' => function ($server, $frame) {
        $server->broadcast($frame);
    },
    'broadcast-loop' => function ($server, $frame) {
        $data = $frame->data;
        foreach ($server->connections as $fd) {
            $server->push($fd, $data);
        }
    },
    'deflate' => function ($server, $frame) {
        $server->push($frame->fd, $frame->data, $frame->opcode, SWOOLE_WEBSOCKET_FLAG_FIN | SWOOLE_WEBSOCKET_FLAG_COMPRESS);
    },
    default => function ($server, $frame) {
        $server->push($frame->fd, $frame->data, $frame->opcode);
    },
});
$server->on('request', function ($request, $response) {
    $response->end('hello');
});
if ($what === 'handshake') {
    $server->on('handshake', [new Handshake(), 'onHandShake']);
}
if ($what === 'broadcast' && !method_exists($server, 'broadcast')) {
    echo "there is no Server::broadcast()\n";
    exit(3);
}
$server->start();
