<?php

namespace App\WebSocket;

/** The one chat room: who is in it, and how to speak to everybody. */
class Room
{
    /** @var array<int, string> fd => name */
    private static array $names = [];

    public static function enter(int $fd, string $name): void
    {
        self::$names[$fd] = $name;
    }

    /** The name of the one who left; null when nobody did. */
    public static function leave(int $fd): ?string
    {
        $name = self::$names[$fd] ?? null;
        unset(self::$names[$fd]);
        return $name;
    }

    public static function nameOf(int $fd): ?string
    {
        return self::$names[$fd] ?? null;
    }

    /** Sends to everybody who is connected. */
    public static function broadcast(\swoole_websocket_server $server, array $message): void
    {
        $json = json_encode($message);
        foreach ($server->connections as $fd) {
            if ($server->isEstablished($fd)) {
                $server->push($fd, $json);
            }
        }
    }

    public static function announce(\swoole_websocket_server $server, string $text): void
    {
        self::broadcast($server, ['type' => 'notice', 'text' => $text]);
    }
}
