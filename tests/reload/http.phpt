--TEST--
HTTP: idle connections move; due answers, kept responses and half-read requests are finished by the old worker
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(function () {
    $server = calling_server([
        'release' => function () {
            $GLOBALS['kept']->end(getmypid() . ' kept');
            unset($GLOBALS['kept']);
        },
    ], ['worker_num' => 1], SWOOLE_PROCESS);
    $server->on('request', static function ($request, $response) use ($server) {
        if ($request->server['request_uri'] === '/keep') {
            $GLOBALS['kept'] = $response;
            return;
        }
        $response->end(getmypid() . ' ' . $request->server['request_uri'] . ' ' . $request->getContent());
    });
    $server->on('close', static function ($server, $fd) {
        if (isset($GLOBALS['kept']) && $fd !== $GLOBALS['kept']->fd) {
            $GLOBALS['kept']->end(getmypid() . ' kept');
            unset($GLOBALS['kept']);
        }
    });
    return $server;
}, function (int $port) {
    $c = WebSocketClient::open($port);
    $pid = call($c, 'pid');
    $idle = new WebSocketClient($port);
    var_dump($idle->request('GET', '/one')->body === "$pid /one ");
    $silent = new WebSocketClient($port); // has not sent a byte
    $half = new WebSocketClient($port);
    $half->send("POST /half HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345");
    $head = new WebSocketClient($port);
    $head->send("GET /head HTTP/1.1\r\nHo");
    $kept = new WebSocketClient($port);
    $kept->send("GET /keep HTTP/1.1\r\nHost: x\r\n\r\n");
    call($c, 'id');
    call($c, 'reload');
    $new = wait_moved($c, $pid);
    var_dump($idle->request('GET', '/two')->body === "$new /two ");
    var_dump($silent->request('GET', '/three')->body === "$new /three ");
    $half->send('67890');
    $answer = $half->readResponse();
    var_dump($answer->body === "$pid /half 1234567890", $answer->header('connection'));
    $half->expectEof(); // its onClose lets the old worker answer the kept one
    var_dump($kept->readResponse()->body === "$pid kept");
    $kept->expectEof();
    $head->send("st: x\r\n\r\n");
    var_dump($head->readResponse()->body === "$pid /head ");
    $head->expectEof();
    var_dump(wait_gone($pid));
    $idle->disconnect();
    $silent->disconnect();
    leave($c);
});
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
string(5) "close"
bool(true)
bool(true)
bool(true)
