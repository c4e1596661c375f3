--TEST--
What a request does not have is null, not an empty array
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(function ($request, $response) {
    var_dump($request->get, $request->post, $request->cookie, $request->files, $request->tmpfiles);
    var_dump(isset($request->get), is_array($request->header), is_array($request->server), $request->streamId, $request->fd);
    $response->end();
}), function (int $port) {
    exchange($port, "GET /? HTTP/1.0\r\n\r\n");
});
?>
--EXPECT--
NULL
NULL
NULL
NULL
NULL
bool(false)
bool(true)
bool(true)
int(0)
int(1)
