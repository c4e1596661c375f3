--TEST--
trusted_proxies: the client's address is what they say of it, and what nobody else says
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

function said(int $port, array $headers, string $from = '127.0.0.2'): string
{
    $c = new WebSocketClient($port, context: ['socket' => ['bindto' => "$from:0"]]);
    $c->handshake('/', $headers);
    $c->text('who');
    $upgrade = $c->readMessage();
    $c = new WebSocketClient($port, context: ['socket' => ['bindto' => "$from:0"]]);
    $request = "GET / HTTP/1.1\r\nHost: h\r\n";
    foreach ($headers as $name => $value) {
        $request .= is_int($name) ? "$value\r\n" : "$name: $value\r\n";
    }
    $c->send("$request\r\n");
    $plain = $c->readResponse()->body;
    $c->send("GET / HTTP/1.1\r\nHost: h\r\n\r\n"); // the next request speaks for somebody else: for nobody
    $next = $c->readResponse()->body;
    return ($upgrade === $plain ? $upgrade : "$upgrade|$plain") . ($next === $from ? '' : " then $next");
}

foreach (['X-Forwarded-For' => [
    [],
    ['X-Forwarded-For' => '203.0.113.9'],
    ['X-Forwarded-For' => '203.0.113.9, 10.1.2.3'],
    ['X-Forwarded-For' => '198.51.100.1, 203.0.113.9, 10.1.2.3'],
    ['X-Forwarded-For' => '198.51.100.1', 'X-Forwarded-For: 203.0.113.9'],
    ['X-Forwarded-For' => '10.0.0.1, 10.0.0.2'],
    ['X-Forwarded-For' => '2001:db8::9'],
    ['X-Forwarded-For' => '203.0.113.9, nonsense'],
    ['X-Forwarded-For' => '203.0.113.9, nonsense, 10.0.0.7'],
    ['Forwarded' => 'for=203.0.113.9'],
], 'Forwarded' => [
    ['Forwarded' => 'for=203.0.113.9;proto=https, for=10.0.0.1'],
    ['Forwarded' => 'for="[2001:db8::9]:4711"'],
    ['X-Forwarded-For' => '203.0.113.9'],
]] as $header => $rows) {
    run_server(function () use ($header) {
        $server = new Swoole\WebSocket\Server('127.0.0.1', 0);
        $server->set(['trusted_proxies' => ['127.0.0.2', '10.0.0.0/8'], 'trusted_proxy_header' => $header]);
        $server->on('message', fn ($server, $frame) => $server->push($frame->fd, $server->getClientInfo($frame->fd)['remote_ip']));
        $server->on('request', fn ($request, $response) => $response->end($request->server['remote_addr']));
        return $server;
    }, function (int $port) use ($rows, $header) {
        foreach ($rows as $row) {
            echo "$header ", json_encode($row, JSON_UNESCAPED_SLASHES), ' ', said($port, $row), "\n";
        }
        echo 'not trusted: ', said($port, [$header => $header === 'Forwarded' ? 'for=203.0.113.9' : '203.0.113.9'], '127.0.0.3'), "\n";
    });
}
?>
--EXPECT--
X-Forwarded-For [] 127.0.0.2
X-Forwarded-For {"X-Forwarded-For":"203.0.113.9"} 203.0.113.9
X-Forwarded-For {"X-Forwarded-For":"203.0.113.9, 10.1.2.3"} 203.0.113.9
X-Forwarded-For {"X-Forwarded-For":"198.51.100.1, 203.0.113.9, 10.1.2.3"} 203.0.113.9
X-Forwarded-For {"X-Forwarded-For":"198.51.100.1","0":"X-Forwarded-For: 203.0.113.9"} 203.0.113.9
X-Forwarded-For {"X-Forwarded-For":"10.0.0.1, 10.0.0.2"} 10.0.0.1
X-Forwarded-For {"X-Forwarded-For":"2001:db8::9"} 2001:db8::9
X-Forwarded-For {"X-Forwarded-For":"203.0.113.9, nonsense"} 127.0.0.2
X-Forwarded-For {"X-Forwarded-For":"203.0.113.9, nonsense, 10.0.0.7"} 10.0.0.7
X-Forwarded-For {"Forwarded":"for=203.0.113.9"} 127.0.0.2
not trusted: 127.0.0.3
Forwarded {"Forwarded":"for=203.0.113.9;proto=https, for=10.0.0.1"} 203.0.113.9
Forwarded {"Forwarded":"for=\"[2001:db8::9]:4711\""} 2001:db8::9
Forwarded {"X-Forwarded-For":"203.0.113.9"} 127.0.0.2
not trusted: 127.0.0.3
