--TEST--
Without websocket_compression offers are passed over, and a compressed message is refused with 1002
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

run_server(echo_server(['websocket_compression' => false]), function (int $port) {
    $c = new DeflateClient($port);
    var_dump($c->agreed);
    $c->client->text(str_repeat('plain', 100));
    var_dump($c->read($how) === str_repeat('plain', 100), $how);
    $c->client->sendFrame(1, "\x00", rsv: 4);
    $c->client->expectClose(1002, 'reserved bits are set');
    $c->client->expectEof();
    // Not even looked at.
    $c = new DeflateClient($port, 'permessage-deflate; =');
    $c->leave();
});
?>
--EXPECT--
NULL
bool(true)
string(5) "plain"
