--TEST--
rawContent(), getContent(), getData() and getMethod() give the request as it came
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(function ($request, $response) {
    var_dump($request->rawContent(), $request->getContent(), $request->getData(), $request->getMethod());
    $response->end();
}), function (int $port) {
    $client = new WebSocketClient($port);
    $client->send("PATCH /x?y HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nab\0cd");
    $client->readResponse();
    $client->request('GET', '/');
});
echo 'made by hand: ';
$request = new Swoole\Http\Request();
var_dump($request->rawContent(), $request->getContent(), $request->getData(), $request->getMethod());
?>
--EXPECTF--
string(5) "ab%0cd"
string(5) "ab%0cd"
string(56) "PATCH /x?y HTTP/1.1
Host: h
Content-Length: 5

ab%0cd"
string(5) "PATCH"
string(0) ""
string(0) ""
string(35) "GET / HTTP/1.1
Host: localhost

"
string(3) "GET"
made by hand: bool(false)
bool(false)
bool(false)
bool(false)
