--TEST--
$request->server has lower-case keys in a fixed order
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(function ($request, $response) {
    echo implode(' ', array_keys($request->server)), "\n";
    $response->end(json_encode($request->server));
}), function (int $port) {
    $client = new WebSocketClient($port);
    $before = time();
    $server = json_decode($client->request('GET', '/path%20x?a=1')->body, true);
    $client->request('GET', '/');
    [$ip, $remote] = explode(':', $client->address());
    foreach (['request_time', 'request_time_float', 'master_time'] as $key) {
        var_dump($server[$key] >= $before && $server[$key] <= time() + 1);
        unset($server[$key]);
    }
    var_dump($server['server_port'] === $port, $server['remote_port'] === (int) $remote, $server['remote_addr'] === $ip);
    unset($server['server_port'], $server['remote_port'], $server['remote_addr']);
    var_dump($server);
});
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
array(5) {
  ["query_string"]=>
  string(3) "a=1"
  ["request_method"]=>
  string(3) "GET"
  ["request_uri"]=>
  string(9) "/path%20x"
  ["path_info"]=>
  string(7) "/path x"
  ["server_protocol"]=>
  string(8) "HTTP/1.1"
}
query_string request_method request_uri path_info request_time request_time_float server_protocol server_port remote_port remote_addr master_time
request_method request_uri path_info request_time request_time_float server_protocol server_port remote_port remote_addr master_time
