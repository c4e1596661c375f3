--TEST--
Cookies are parsed, and their header is not in $request->header
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(function ($request, $response) {
    var_dump(isset($request->header['cookie']), $request->cookie);
    $response->end();
}), function (int $port) {
    exchange($port, "GET / HTTP/1.1\r\nHost: x\r\nCookie: a=1; b=2\r\ncookie: c=3\r\nConnection: close\r\n\r\n");
});
?>
--EXPECT--
bool(false)
array(3) {
  ["a"]=>
  string(1) "1"
  ["b"]=>
  string(1) "2"
  ["c"]=>
  string(1) "3"
}
