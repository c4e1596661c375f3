--TEST--
A body that is announced too large is refused at once with 413, without a 100
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(fn () => print("never called\n"), ['package_max_length' => 65536]), function (int $port) {
    echo strtok(exchange($port, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 65537\r\nExpect: 100-continue\r\n\r\n"), "\r"), "\n";
});
?>
--EXPECT--
HTTP/1.1 413 Content Too Large
