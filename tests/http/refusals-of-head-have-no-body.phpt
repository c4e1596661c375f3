--TEST--
HEAD that is refused, or whose callback throws, is answered without a body
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(fn () => throw new Exception('no')), function (int $port) {
    foreach (["HEAD / HTTP/1.1\r\n\r\n", "HEAD / HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n", "HEAD /\0", "HEAD / HTTP/1.1\r\nHost: h\r\n\r\n",
        "HEADS / HTTP/1.1\r\n\r\n"] as $request) {
        [$head, $body] = explode("\r\n\r\n", exchange($port, $request));
        echo strtok($head, "\r"), ', ', json_encode($body), "\n";
    }
});
?>
--EXPECTF--
HTTP/1.1 400 Bad Request, ""
HTTP/1.1 400 Bad Request, ""
HTTP/1.1 400 Bad Request, ""
HTTP/1.1 500 Internal Server Error, ""
HTTP/1.1 400 Bad Request, "400 Bad Request\n"

Warning: Uncaught Exception: no in %s:%d
Stack trace:
%A
  thrown in %s on line %d
