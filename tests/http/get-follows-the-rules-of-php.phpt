--TEST--
$request->get follows PHP's rules: brackets, dots, encoding, the last of a name wins
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(function ($request, $response) {
    echo json_encode($request->get), "\n";
    $response->end();
}), function (int $port) {
    $client = new WebSocketClient($port);
    foreach (['a=1&b=2', 'a[]=1&a[]=2&a[k][x]=3', 'a.b=1&c%20d=2', 'q=1+2%2B3', 'a=1&a=2', 'flag', '=x&&a=', '?a=1?2'] as $query) {
        $client->request('GET', "/?$query");
    }
});
?>
--EXPECT--
{"a":"1","b":"2"}
{"a":{"0":"1","1":"2","k":{"x":"3"}}}
{"a_b":"1","c_d":"2"}
{"q":"1 2+3"}
{"a":"2"}
{"flag":""}
{"a":""}
{"?a":"1?2"}
