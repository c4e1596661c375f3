<?php
/*
 * Connects and disconnects again and again, in every way a client can go, and looks at what that does to the server:
 *
 *     php cycles.php <pid> <port> [cycles]
 *
 * A tenth of the cycles is for warming up. After that neither memory nor descriptors may grow with the number of clients, and at
 * the end the server must count as many closes as opens. Ends with 1 when it does not. ./dev soak starts the server.
 */

require __DIR__ . '/../inc/websocket_client.inc';

[, $pid, $port] = $argv;
$cycles = (int) ($argv[3] ?? 10000);
$growth = 1024; // kB that resident memory may gain after warming up: noise of pages, nothing that grows with the clients

function resident(int $pid): int
{
    preg_match('~^VmRSS:\s+(\d+)~m', file_get_contents("/proc/$pid/status"), $match);
    return (int) $match[1];
}

function descriptors(int $pid): int
{
    return count(scandir("/proc/$pid/fd")) - 2;
}

/* Every way to go, in turn. */
$ways = [
    'garbage' => function (WebSocketClient $c) { $c->send(random_bytes(50)); },
    'nothing' => fn (WebSocketClient $c) => null,
    'a request' => function (WebSocketClient $c) { $c->request('GET', '/'); },
    'half a request' => function (WebSocketClient $c) { $c->send("GET / HTTP/1.1\r\nHo"); },
    'a wrong token' => function (WebSocketClient $c) { $c->send(WebSocketClient::upgradeRequest('/?token=no')); $c->readResponse(); },
    'a chat' => function (WebSocketClient $c) {
        $c->handshake('/?token=demo');
        $c->text('{"class": "Chat", "action": "join", "params": {"name": "soak"}}');
        $c->readFrame();
    },
    'a closing handshake' => function (WebSocketClient $c) { $c->handshake('/?token=demo'); $c->close(1000); $c->expectClose(1000); },
    'half a frame' => function (WebSocketClient $c) { $c->handshake('/?token=demo'); $c->send("\x81\xfe\x40"); },
    'half a message' => function (WebSocketClient $c) { $c->handshake('/?token=demo'); $c->sendFrame(1, str_repeat('x', 70000), false); },
    'bad UTF-8' => function (WebSocketClient $c) { $c->handshake('/?token=demo'); $c->text("\xff"); $c->readFrame(); },
    'a reset' => function (WebSocketClient $c) { $c->handshake('/?token=demo'); $c->reset(); },
];

$names = array_keys($ways);
$warm = 0;
for ($i = 0; $i < $cycles; $i++) {
    $client = new WebSocketClient((int) $port);
    $ways[$names[$i % count($names)]]($client);
    unset($client);
    if ($i === intdiv($cycles, 10)) {
        [$warm, $open] = [resident($pid), descriptors($pid)];
    }
}

/* The last ones are gone when a new connection is the only one. */
$deadline = microtime(true) + 10;
do {
    $left = descriptors($pid);
} while ($left > $open && microtime(true) < $deadline && usleep(20000) === null);
$now = resident($pid);
printf("%d cycles: %d kB resident after %d of them, %d kB at the end; %d descriptors, then %d\n", $cycles, $warm,
    intdiv($cycles, 10), $now, $open, $left);
exit($now - $warm > $growth || $left > $open ? 1 : 0);
