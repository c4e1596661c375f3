--TEST--
A graceful stop lets a response that is due go out first
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\Http\Server('127.0.0.1', 0);
$kept = null;
$server->on('request', function ($request, $response) use (&$kept, $server) {
    $kept = $response;
    if ($request->server['request_uri'] === '/stop') {
        var_dump($server->shutdown());
        $response->end('stopping');
        $GLOBALS['first']->end('still answered');
    } else {
        $GLOBALS['first'] = $response;
    }
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send(WebSocketClient::httpRequest('GET', '/'));
    $other = new WebSocketClient($port);
    echo $other->request('GET', '/stop'), "\n", $client->readResponse(), "\n";
    $client->expectEof();
}, ['signal' => null]);
?>
--EXPECT--
200 OK "stopping"
200 OK "still answered"
bool(true)
