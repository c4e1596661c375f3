--TEST--
With http_parse_post off an urlencoded body is only there raw
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(function ($request, $response) {
    var_dump($request->post, $request->rawContent());
    $response->end();
}, ['http_parse_post' => false]), function (int $port) {
    (new WebSocketClient($port))->request('POST', '/', ['Content-Type' => 'application/x-www-form-urlencoded'], 'a=1');
});
?>
--EXPECT--
NULL
string(3) "a=1"
