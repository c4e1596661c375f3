<?php

namespace App\WebSocket;

use EasySwoole\Socket\AbstractInterface\ParserInterface;
use EasySwoole\Socket\Bean\Caller;
use EasySwoole\Socket\Bean\Response;
use EasySwoole\Socket\Client\WebSocket;

/** {"class": "Chat", "action": "say", "params": {…}} is the method say() of App\WebSocket\Controller\Chat. */
class WebSocketParser implements ParserInterface
{
    public function decode($raw, $client): ?Caller
    {
        $message = json_decode($raw, true);
        $class = is_array($message) ? $message['class'] ?? 'Index' : 'Index';
        $action = is_array($message) ? $message['action'] ?? 'index' : 'index';
        if (!is_string($class) || !preg_match('~^[A-Z][A-Za-z0-9]*$~D', $class) || !is_string($action)
            || !class_exists(__NAMESPACE__ . "\\Controller\\$class")) {
            $class = 'Index';
            $action = 'unknown';
        }

        $caller = new Caller();
        $caller->setControllerClass(__NAMESPACE__ . "\\Controller\\$class");
        $caller->setAction($action);
        $caller->setArgs(is_array($message['params'] ?? null) ? $message['params'] : []);
        return $caller;
    }

    /** @param WebSocket $client */
    public function encode(Response $response, $client): ?string
    {
        return $response->getMessage(); // null: nothing is sent back
    }
}
