--TEST--
onBeforeHandshakeResponse cannot change what was agreed
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

$server = echo_server();
$server->on('beforeHandshakeResponse', function ($server, $request, $response) {
    $response->header('Sec-WebSocket-Extensions', 'x-my-own');
    $response->header('X-Mine', 'yes');
});
run_server($server, function (int $port) {
    $c = new DeflateClient($port);
    echo $c->agreed, ' ', $c->client->response->header('X-Mine'), "\n";
    $c->send('hello');
    echo $c->read(), "\n";
    $c->leave();
});
?>
--EXPECT--
permessage-deflate; server_no_context_takeover; client_no_context_takeover yes
hello
