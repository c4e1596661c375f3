--TEST--
Parameters and cookies over max_input_vars are left out, without a PHP warning
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--INI--
max_input_vars=3
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(function ($request, $response) {
    echo json_encode([$request->get, $request->post, $request->cookie]), "\n";
    $response->end();
}), function (int $port) {
    (new WebSocketClient($port))->request('POST', '/?a=1&&b=2&c=3&d=4&e=5',
        ['Content-Type' => 'application/x-www-form-urlencoded', 'Cookie' => 'a=1; b=2; c=3; d=4'], 'a=1&b=2&c=3&d=4');
    (new WebSocketClient($port))->request('POST', '/?a=1&b=2&c=3&&',
        ['Content-Type' => 'application/x-www-form-urlencoded'], 'a=1&b=2&c=3');
});
?>
--EXPECT--
[{"a":"1","b":"2","c":"3"},{"a":"1","b":"2","c":"3"},{"a":"1","b":"2","c":"3"}]
[{"a":"1","b":"2","c":"3"},{"a":"1","b":"2","c":"3"},null]
