--TEST--
request_uri has no query, path_info is decoded, query_string is missing without a query, an absolute target is kept
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(function ($request, $response) {
    ['request_uri' => $uri, 'path_info' => $path] = $request->server;
    echo "$uri | $path | ", $request->server['query_string'] ?? '(none)', "\n";
    $response->end();
}), function (int $port) {
    $client = new WebSocketClient($port);
    foreach (['/', '/a/b', '/a%2Fb%20c?x=%20y', '/p?', '/p?a?b', '/a//b/../c', 'http://h.example/p?q=1'] as $target) {
        $client->request('GET', $target);
    }
    $client->request('OPTIONS', '*');
});
?>
--EXPECT--
/ | / | (none)
/a/b | /a/b | (none)
/a%2Fb%20c | /a/b c | x=%20y
/p | /p | (none)
/p | /p | a?b
/a//b/../c | /a//b/../c | (none)
http://h.example/p | http://h.example/p | q=1
* | * | (none)
