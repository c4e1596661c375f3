--TEST--
Cookies that cannot be written are refused with a warning
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

respond(function ($request, $response) {
    $try = function (string $method, ...$arguments) use ($response) {
        var_dump(@$response->$method(...$arguments));
        echo error_get_last()['message'], "\n";
    };
    $try('cookie', '', 'v');
    foreach (['=', ',', ';', ' ', "\t", "\r", "\n", "\013", "\014", "\0"] as $byte) {
        if (@$response->cookie("a{$byte}b", 'v')) {
            echo 'accepted in a name: ', bin2hex($byte), "\n";
        }
        if ($byte !== '=' && @$response->rawcookie('n', "a{$byte}b")) {
            echo 'accepted in a raw value: ', bin2hex($byte), "\n";
        }
    }
    $try('cookie', 'a b', 'v');
    $try('rawcookie', 'a', 'v;w');
    $try('cookie', 'a', 'v', 253402300800);
    $try('cookie', 'a', 'v', 0, "/\r\nX: y");
    $try('cookie', 'a', 'v', 0, '/', 'd; secure');
    $response->end();
});
?>
--EXPECT--
HTTP/1.1 200 OK
Server: swoole-http-server
Date: (now)
Connection: keep-alive
Content-Type: text/html
Content-Length: 0

bool(false)
Swoole\Http\Response::cookie(): the cookie name must not be empty
bool(false)
Swoole\Http\Response::cookie(): cookie names cannot contain any of '=,; \t\r\n\013\014' or NUL
bool(false)
Swoole\Http\Response::rawcookie(): cookie values cannot contain any of ',; \t\r\n\013\014' or NUL
bool(false)
Swoole\Http\Response::cookie(): expiry date cannot have a year greater than 9999
bool(false)
Swoole\Http\Response::cookie(): cookie attributes cannot contain any of ';\r\n' or NUL
bool(false)
Swoole\Http\Response::cookie(): cookie attributes cannot contain any of ';\r\n' or NUL
