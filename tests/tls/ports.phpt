--TEST--
A plain port and one with TLS of its own; ssl_* options of a port without SWOOLE_SSL have no effect
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

$server = wss_server();
$plain = $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP);
$tcp = $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP | SWOOLE_SSL);
$tcp->set(authority()->issue('tcp', 'localhost')->settings());
$tcp->on('receive', fn ($server, $fd, $reactor, $data) => $server->send($fd, strtoupper($data)));
$silly = $server->addlistener('127.0.0.1', 0, SWOOLE_SOCK_TCP);
$silly->set(['ssl_cert_file' => '/nonexistent', 'ssl_verify_peer' => true, 'open_http_protocol' => true]);
$server->on('request', fn ($request, $response) => $response->end("plain\n"));
var_dump(array_map(fn ($port) => [$port->ssl, $port->type], $server->ports) === [[true, 1], [false, 1], [true, 1], [false, 1]]);
run_server($server, function (int $port) use ($plain, $tcp, $silly) {
    $a = wss_client($port);
    $b = WebSocketClient::open($plain->port);
    foreach ([$a, $b] as $c) {
        $c->text('hello');
        echo $c->readFrame(), "\n";
    }
    $c = tls_client($tcp->port);
    $c->send('raw');
    echo $c->read(3), ' ', shown_name($c), "\n";
    $c = new WebSocketClient($silly->port);
    echo $c->request('GET', '/')->body;
    try {
        tls_client($plain->port);
    } catch (ClientError) {
        echo "no TLS there\n";
    }
}, ['alerts' => true]);
?>
--EXPECT--
bool(true)
text "hello"
text "hello"
RAW tcp
plain
no TLS there
