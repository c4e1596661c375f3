--TEST--
With websocket_compression_context_takeover messages refer to earlier ones, on both sides, where the client agrees
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

run_server(echo_server(['websocket_compression_context_takeover' => true, 'websocket_compression_min_length' => 0]), function (int $port) {
    $text = json_encode(range(1000, 1300)) . bin2hex(random_bytes(300));
    foreach (['', '; server_no_context_takeover', '; client_no_context_takeover', '; client_max_window_bits=9; server_max_window_bits=9'] as $parameters) {
        $c = new DeflateClient($port, "permessage-deflate$parameters");
        echo $c->agreed, "\n";
        $sizes = [];
        for ($i = 0; $i < 3; $i++) {
            $packed = $c->pack($text);
            $c->client->sendFrame(1, $packed, rsv: 4);
            $frame = $c->client->readFrame();
            $sizes[] = [strlen($packed), strlen($frame->payload)];
            echo $c->unpack($frame->payload) === $text ? '' : "other text\n";
        }
        // What does not shrink goes through the window, too; a plain message does not.
        $noise = random_bytes(40000);
        $c->send($noise, WebSocketClient::BINARY);
        echo $c->read($how) === $noise ? "noise came back $how\n" : "other noise\n";
        $c->client->text('');
        echo $c->read($how) === '' ? "nothing came back $how\n" : "something else\n";
        $c->send($text);
        echo $c->read($how) === $text ? '' : "other text\n";
        echo 'in: ', $sizes[2][0] < $sizes[0][0] / 5 ? 'kept' : 'not kept', ', out: ', $sizes[2][1] < $sizes[0][1] / 5 ? 'kept' : 'not kept', "\n";
        $c->leave();
    }
});
?>
--EXPECT--
permessage-deflate
noise came back packed
nothing came back plain
in: kept, out: kept
permessage-deflate; server_no_context_takeover
noise came back plain
nothing came back plain
in: kept, out: not kept
permessage-deflate; client_no_context_takeover
noise came back packed
nothing came back plain
in: not kept, out: kept
permessage-deflate; server_max_window_bits=9; client_max_window_bits=9
noise came back packed
nothing came back plain
in: not kept, out: not kept
