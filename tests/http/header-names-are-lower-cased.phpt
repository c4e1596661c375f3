--TEST--
Header names are lower-cased, values are trimmed, the order is the client's
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(function ($request, $response) {
    var_dump($request->header);
    $response->end();
}), function (int $port) {
    exchange($port, "GET / HTTP/1.1\r\nHost: A.Example\r\nX-CamelCase:  Some Value \t\r\nx-lower: 1\r\nX-EMPTY:\r\n42: number\r\nConnection: close\r\n\r\n");
});
?>
--EXPECT--
array(6) {
  ["host"]=>
  string(9) "A.Example"
  ["x-camelcase"]=>
  string(10) "Some Value"
  ["x-lower"]=>
  string(1) "1"
  ["x-empty"]=>
  string(0) ""
  [42]=>
  string(6) "number"
  ["connection"]=>
  string(5) "close"
}
