--TEST--
A flood of pipelined requests behind a late response stops being read, and is served completely in the end
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    static $late, $count = 0;
    if ($request->server['request_uri'] === '/late') {
        $late = $response;
    } elseif ($request->server['request_uri'] === '/held') {
        $info = $GLOBALS['server']->getClientInfo(1);
        $response->end($info['recv_queued_bytes'] <= 65536 + 262144 ? 'bounded' : "$info[recv_queued_bytes] bytes");
        $late->end('late');
    } else {
        $response->end((string) ++$count);
    }
});
run_server($server, function (int $port) {
    $one = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    $client = new WebSocketClient($port);
    $client->send("GET /late HTTP/1.1\r\nHost: h\r\n\r\n" . str_repeat($one, 20000));
    $other = new WebSocketClient($port);
    echo $other->request('GET', '/held'), "\n";
    echo $client->readResponse(), "\n";
    for ($i = 1; $i <= 20000; $i++) {
        if (($response = $client->readResponse())->body !== (string) $i) {
            echo "expected $i: $response\n";
        }
    }
    echo $response, "\n";
});
?>
--EXPECT--
200 OK "bounded"
200 OK "late"
200 OK "20000"
