--TEST--
broadcast() reaches every WebSocket of all ports but the excepted ones, and nobody else; it says how many
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$second = $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP);
$server->on('message', function ($server, $frame) {
    [$what, $argument] = json_decode($frame->data) ?? [null, null];
    $count = match ($what) {
        'all' => $server->broadcast('to all'),
        'others' => $server->broadcast('to others', WEBSOCKET_OPCODE_BINARY, except: [$frame->fd]),
        'generator' => $server->broadcast('generated', except: (function () use ($server) {
            yield from $server->connections;
        })()),
        'strings' => $server->broadcast('numeric strings', except: [(string) $frame->fd, '0', 99]),
        'frame' => $server->broadcast((function () {
            $frame = new Swoole\WebSocket\Frame();
            $frame->data = 'a Frame';
            $frame->opcode = WEBSOCKET_OPCODE_BINARY;
            return $frame;
        })()),
        'ping' => $server->broadcast('p', WEBSOCKET_OPCODE_PING),
        'part' => $server->broadcast('part ', flags: 0) + $server->broadcast('whole', WEBSOCKET_OPCODE_CONTINUATION),
        'large' => $server->broadcast(str_repeat('x', $argument)),
        'empty' => $server->broadcast(''),
        'bad' => @$server->broadcast(str_repeat('x', 126), WEBSOCKET_OPCODE_PING) . ' ' . error_get_last()['message'],
    };
    $server->push($frame->fd, "$what: $count");
});
$server->on('request', fn ($request, $response) => $response->end((string) $server->broadcast('from a request')));
run_server($server, function (int $port) use ($second) {
    $a = WebSocketClient::open($port);
    $b = WebSocketClient::open($second->port);
    $plain = new WebSocketClient($port); // no WebSocket (yet)
    $plain->send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    echo $plain->readResponse()->body, ' ', $a->readFrame(), ' ', $b->readFrame(), "\n";
    foreach (['all', 'others', 'generator', 'strings', 'frame', 'ping', 'part', 'empty', 'bad'] as $what) {
        $a->text(json_encode([$what, 0]));
        do {
            echo $frame = $a->readFrame(), "\n";
        } while (!str_contains($frame->payload, ':'));
    }
    foreach ([4000, 70000, 3000000] as $size) {
        $a->text(json_encode(['large', $size]));
        echo strlen($a->readMessage()), ' ', $a->readMessage(), "\n";
    }
    echo "the other one:\n";
    foreach (range(1, 8) as $i) {
        echo $b->readFrame(), "\n";
    }
    foreach ([4000, 70000, 3000000] as $size) {
        echo strlen($b->readMessage()), "\n";
    }
    $b->expectSilence();
    $plain->expectSilence();
});
?>
--EXPECT--
2 text "from a request" text "from a request"
text "to all"
text "all: 2"
text "others: 1"
text "generator: 0"
text "strings: 1"
binary "a Frame"
text "frame: 2"
ping "p"
text "ping: 2"
text (more) "part "
continuation "whole"
text "part: 4"
text ""
text "empty: 2"
text "bad: 0 Swoole\\WebSocket\\Server::broadcast(): the opcode is over 10, or the control frame over 125 bytes"
4000 large: 2
70000 large: 2
3000000 large: 2
the other one:
text "to all"
binary "to others"
text "numeric strings"
binary "a Frame"
ping "p"
text (more) "part "
continuation "whole"
text ""
4000
70000
3000000
