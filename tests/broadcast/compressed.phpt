--TEST--
broadcast() compresses for those who agreed on it, with and without context takeover; the others get it plain
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->set(['websocket_compression' => true, 'websocket_compression_context_takeover' => true]);
$server->on('message', fn ($server, $frame) => $server->broadcast(str_repeat('again and ', 100) . $frame->data));
run_server($server, function (int $port) {
    $plain = WebSocketClient::open($port);
    $alone = new DeflateClient($port, 'permessage-deflate; server_no_context_takeover');
    $small = new DeflateClient($port, 'permessage-deflate; server_no_context_takeover; server_max_window_bits=9');
    $takes = new DeflateClient($port);
    foreach (['one', 'two'] as $word) {
        $plain->text($word);
        echo substr($plain->readMessage(), -14);
        foreach ([$alone, $small, $takes] as $client) {
            echo ' | ', substr($client->read($how), -14), " $how";
        }
        echo "\n";
    }
});
?>
--EXPECT--
 again and one |  again and one packed |  again and one packed |  again and one packed
 again and two |  again and two packed |  again and two packed |  again and two packed
