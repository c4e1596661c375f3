--TEST--
Cookie values are decoded without turning "+" into a space, names stay as they are, the first of a name wins
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(function ($request, $response) {
    var_dump($request->cookie);
    $response->end();
}), function (int $port) {
    exchange($port, "GET / HTTP/1.1\r\nHost: x\r\nCookie: a=1+2%203;   b%20b=x=y; noequals; =nameless; a=second; c[d]=4; e.f=5; 7=seven;;\r\n"
        . "Connection: close\r\n\r\n");
});
?>
--EXPECT--
array(6) {
  ["a"]=>
  string(5) "1+2 3"
  ["b%20b"]=>
  string(3) "x=y"
  ["noequals"]=>
  string(0) ""
  ["c[d]"]=>
  string(1) "4"
  ["e.f"]=>
  string(1) "5"
  [7]=>
  string(5) "seven"
}
