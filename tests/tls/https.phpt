--TEST--
https://: requests on one connection, a body and an answer that are larger than many records, and the request's server array
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

$server = new Swoole\Http\Server('127.0.0.1', 0, SWOOLE_BASE, SWOOLE_TCP | SWOOLE_SSL);
$server->set(authority()->issue('localhost')->settings());
$server->on('request', function ($request, $response) {
    if ($request->server['request_uri'] === '/echo') {
        $response->end($request->rawContent());
    } else {
        $response->end(implode(' ', array_keys($request->server)));
    }
});
var_dump($server->ssl, $server->type, $server->ports[0]->ssl, $server->ports[0]->type);
run_server($server, function (int $port) {
    $c = tls_client($port);
    echo $c->request('GET', '/'), "\n";
    $body = random_bytes(1_500_000);
    var_dump($c->request('POST', '/echo', [], $body)->body === $body);
    echo $c->request('POST', '/echo', ['Connection' => 'close'], 'last'), "\n";
    $c->expectEof();
});
?>
--EXPECT--
bool(true)
int(1)
bool(true)
int(1)
200 OK "request_method request_uri path_info request_time request_time_float server_protocol server_port remote_port remote_addr master_time"
bool(true)
200 OK "last"
