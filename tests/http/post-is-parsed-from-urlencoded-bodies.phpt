--TEST--
$request->post is parsed for POST, PUT, PATCH and DELETE with an urlencoded body; other bodies and methods leave it null
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(function ($request, $response) {
    echo $request->getMethod(), ' ', json_encode($request->post), ' ', $request->rawContent(), "\n";
    $response->end();
}), function (int $port) {
    $client = new WebSocketClient($port);
    $form = ['Content-Type' => 'application/x-www-form-urlencoded'];
    foreach (['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'OPTIONS'] as $method) {
        $client->request($method, '/', $form, 'a=1&b[]=x+y');
    }
    $client->request('POST', '/', ['Content-Type' => 'Application/X-WWW-Form-Urlencoded; charset=UTF-8'], 'u=%C3%A4');
    $client->request('POST', '/', ['Content-Type' => 'application/json'], '{"a":1}');
    $client->request('POST', '/', [], 'a=1');
    $client->request('POST', '/', $form);
});
?>
--EXPECT--
POST {"a":"1","b":["x y"]} a=1&b[]=x+y
PUT {"a":"1","b":["x y"]} a=1&b[]=x+y
PATCH {"a":"1","b":["x y"]} a=1&b[]=x+y
DELETE {"a":"1","b":["x y"]} a=1&b[]=x+y
GET null a=1&b[]=x+y
OPTIONS null a=1&b[]=x+y
POST {"u":"\u00e4"} u=%C3%A4
POST null {"a":1}
POST null a=1
POST null 
