<?php

namespace App\WebSocket;

use EasySwoole\EasySwoole\ServerManager;

/** What happens around the messages: the handshake, departures, and ordinary HTTP requests. */
class WebSocketEvent
{
    /** A real application looks the token up; JavaScript in a browser can only send it in the URL or a cookie. */
    private const TOKEN = 'demo';

    /** Decides who may connect, and answers as RFC 6455 wants it. */
    public function onHandShake(\swoole_http_request $request, \swoole_http_response $response): bool
    {
        if (!hash_equals(self::TOKEN, (string) ($request->get['token'] ?? ''))) {
            $response->status(403);
            $response->end("wrong token\n");
            return false;
        }

        $key = $request->header['sec-websocket-key'] ?? '';
        if (!preg_match('~^[A-Za-z0-9+/]{21}[AQgw]==$~D', $key)) {
            $response->status(400);
            $response->end("bad Sec-WebSocket-Key\n");
            return false;
        }

        $response->header('Upgrade', 'websocket');
        $response->header('Connection', 'Upgrade');
        $response->header('Sec-WebSocket-Accept', base64_encode(sha1($key . '258EAFA5-E914-47DA-95CA-C5AB0DC85B11', true)));
        $response->status(101);
        $response->end();
        return true;
    }

    /** Tells the others that somebody has left the chat. */
    public function onClose(\swoole_server $server, int $fd, int $reactorId): void
    {
        $info = $server->getClientInfo($fd);
        if (!$info || $info['websocket_status'] !== WEBSOCKET_STATUS_FRAME) {
            return; // it was an HTTP request
        }
        $name = Room::leave($fd);
        if ($name !== null) {
            Room::announce(ServerManager::getInstance()->getSwooleServer(), "$name has left");
        }
    }

    /** Everything that is not a WebSocket: the page. */
    public function onRequest(\swoole_http_request $request, \swoole_http_response $response): void
    {
        if ($request->server['request_uri'] !== '/') {
            $response->status(404);
            $response->end("not found\n");
            return;
        }
        $response->header('Content-Type', 'text/html; charset=utf-8');
        $response->header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self' ws: wss:");
        $response->end(file_get_contents(dirname(__DIR__, 2) . '/public/chat.html'));
    }
}
