--TEST--
cookie() writes expires and Max-Age; an expiry in the past has Max-Age 0
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$expires = time() + 86400;
$server = http_server(function ($request, $response) use ($expires) {
    $response->cookie('a', 'v', $expires);
    $response->cookie('b', 'v', 86400);
    $response->end();
});
run_server($server, function (int $port) use ($expires) {
    preg_match_all('~^Set-Cookie: (.*)\r$~m', (new WebSocketClient($port))->request('GET', '/')->head, $m);
    preg_match('~^a=v; expires=(.*) GMT; Max-Age=(\d+); path=/$~', $m[1][0], $a);
    var_dump($a[1] === gmdate('D, d-M-Y H:i:s', $expires), $a[2] >= 86400 - 30 && $a[2] <= 86400);
    echo $m[1][1], "\n";
});
?>
--EXPECT--
bool(true)
bool(true)
b=v; expires=Fri, 02-Jan-1970 00:00:00 GMT; Max-Age=0; path=/
