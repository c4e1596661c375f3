--TEST--
cookie() writes every attribute; rawcookie() does not encode the value
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

respond(function ($request, $response) {
    $response->cookie('a', "x y+;ä");
    $response->rawcookie('b', 'x+y%20');
    $response->cookie('c', 'v', 0, '/path', 'example.org', true, true, 'Lax', 'High', true);
    $response->setCookie('d', 'v', path: '');
    $response->setRawCookie('e', 'v', domain: 'd');
    $response->cookie('a', 'again');
    $response->cookie('f', '');
    var_dump(count($response->cookie));
    $response->end();
});
?>
--EXPECT--
HTTP/1.1 200 OK
Set-Cookie: a=x+y%2B%3B%C3%A4; path=/
Set-Cookie: b=x+y%20; path=/
Set-Cookie: c=v; path=/path; domain=example.org; secure; HttpOnly; SameSite=Lax; Priority=High; Partitioned
Set-Cookie: d=v
Set-Cookie: e=v; path=/; domain=d
Set-Cookie: a=again; path=/
Set-Cookie: f=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/
Server: swoole-http-server
Date: (now)
Connection: keep-alive
Content-Type: text/html
Content-Length: 0

int(7)
