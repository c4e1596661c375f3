--TEST--
A response may be kept and ended from another connection's request
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    static $waiting = [];
    if ($request->server['request_uri'] === '/wait') {
        $waiting[] = $response;
        return;
    }
    foreach ($waiting as $i => $one) {
        var_dump($one->isWritable(), $one->end("late $i"));
    }
    $response->end('released ' . count($waiting));
});
run_server($server, function (int $port) {
    $clients = [];
    for ($i = 0; $i < 2; $i++) {
        $clients[$i] = new WebSocketClient($port);
        $clients[$i]->send(WebSocketClient::httpRequest('GET', '/wait'));
        $clients[$i]->expectSilence(0.05);
    }
    echo (new WebSocketClient($port))->request('GET', '/release'), "\n";
    foreach ($clients as $client) {
        echo $client->readResponse(), "\n";
        $client->request('GET', '/release'); // the connection goes on
    }
});
?>
--EXPECT--
200 OK "released 2"
200 OK "late 0"
200 OK "late 1"
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
