--TEST--
Names of fields, usual or not, in any case, long, numeric and repeated, keep their order, and what user code does to a request stays with it
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$kept = null;
run_server(http_server(function ($request, $response) use (&$kept) {
    foreach ($request->header as $name => $value) {
        echo var_export($name, true), ' => ', $value, "\n";
    }
    $server = $request->server;
    echo $server['request_method'], ' ', $server['request_uri'], ' ', $server['path_info'], ' ', $server['server_protocol'], "\n";
    if ($kept) {
        echo $kept->server['request_method'], ' ', $kept->server['path_info'], ' ', $kept->header['host'], ' ',
            json_encode(isset($kept->header['x-own'])), "\n";
    }
    $request->header['x-own'] = 'mine';
    $request->server['request_method'] .= '!';
    $request->server['path_info'] .= '!';
    $request->header['host'] .= '!';
    $kept = $request;
    $response->end();
}), function (int $port) {
    exchange($port, "GET /a HTTP/1.1\r\nUSER-Agent: b\r\nHOST: x\r\nhOsu: 1\r\nUpgrade-Insecure-Requests: 1\r\nUpgrade-Insecure-Requestt: 2\r\n"
        . "X-A-Name-That-Is-Longer-Than-Those-That-Are-Usual: 3\r\n7: seven\r\n07: zero\r\n7: again\r\naccept: */*\r\nACCEPT: text/html\r\nx: y\r\n\r\n"
        . "GETS /%41+b HTTP/1.1\r\nhost: y\r\nConnection: close\r\n\r\n");
    exchange($port, "PUT /c HTTP/1.0\r\nHost: z\r\n\r\n");
});
?>
--EXPECT--
'user-agent' => b
'host' => x
'hosu' => 1
'upgrade-insecure-requests' => 1
'upgrade-insecure-requestt' => 2
'x-a-name-that-is-longer-than-those-that-are-usual' => 3
7 => seven, again
'07' => zero
'accept' => */*, text/html
'x' => y
GET /a /a HTTP/1.1
'host' => y
'connection' => close
GETS /%41+b /A b HTTP/1.1
GET! /a! x! true
'host' => z
PUT /c /c HTTP/1.0
GETS! /A b! y! true
