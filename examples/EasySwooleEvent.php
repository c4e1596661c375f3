<?php

namespace EasySwoole\EasySwoole;

use App\WebSocket\WebSocketEvent;
use App\WebSocket\WebSocketParser;
use EasySwoole\EasySwoole\AbstractInterface\Event;
use EasySwoole\EasySwoole\Swoole\EventRegister;
use EasySwoole\Socket\Config;
use EasySwoole\Socket\Dispatcher;

/** Where an EasySwoole application is put together. */
class EasySwooleEvent implements Event
{
    public static function initialize(): void
    {
        date_default_timezone_set('UTC');
    }

    public static function mainServerCreate(EventRegister $register): void
    {
        // A message is JSON for a controller; see WebSocketParser.
        $config = new Config();
        $config->setType(Config::WEB_SOCKET);
        $config->setParser(new WebSocketParser());
        $config->setOnExceptionHandler(function ($server, \Throwable $problem, string $raw, $client, $response) {
            $response->setMessage(json_encode(['type' => 'error', 'text' => 'That message could not be handled.']));
            echo get_class($problem), ': ', $problem->getMessage(), "\n";
        });
        $dispatcher = new Dispatcher($config);
        $register->set(
            EventRegister::onMessage,
            function (\swoole_websocket_server $server, \swoole_websocket_frame $frame) use ($dispatcher) {
                $dispatcher->dispatch($server, $frame->data, $frame);
            }
        );

        // Who may come in, who has left, and the page itself.
        $events = new WebSocketEvent();
        $register->set(EventRegister::onHandShake, [$events, 'onHandShake']);
        $register->set(EventRegister::onClose, [$events, 'onClose']);
        $register->set(EventRegister::onRequest, [$events, 'onRequest']);
        $register->set(EventRegister::onStart, function (\swoole_server $server) {
            $host = $server->host === '0.0.0.0' ? '127.0.0.1' : $server->host;
            echo "listening on http://$host:$server->port/\n";
        });
    }
}
