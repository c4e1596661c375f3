--TEST--
Clients with compression stay through a reload, windows that are kept included; half a compressed message is finished in the old worker
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

foreach ([false, true] as $takeover) {
    run_server(fn () => calling_server(['echo' => fn ($server, $fd, $text) => $text], ['worker_num' => 1, 'task_worker_num' => 1, 'max_wait_time' => 10,
        'websocket_compression' => true, 'websocket_compression_context_takeover' => $takeover]), function (int $port) {
        $plain = WebSocketClient::open($port);
        $c = new DeflateClient($port);
        $half = new DeflateClient($port);
        $between = new DeflateClient($port);
        echo $c->agreed, "\n";
        $request = json_encode(['echo', [bin2hex(random_bytes(500))]]);
        $ask = function (DeflateClient $c) use ($request) {
            $packed = $c->pack($request);
            $c->client->sendFrame(1, $packed, rsv: 4);
            echo $c->read($how) === json_encode(json_decode($request)[1][0]) ? $how : 'other text', strlen($packed) < 100 ? ' (window kept)' : '', "\n";
        };
        $ask($c);
        $ask($c);
        $ask($between);
        $packed = $half->pack($request);
        $frame = WebSocketClient::frame(1, $packed, rsv: 4);
        $half->client->send(substr($frame, 0, 40));
        $next = WebSocketClient::frame(1, $between->pack($request), rsv: 4);
        $between->client->send(substr($next, 0, 5)); // in the header of a frame: nothing is inflated yet
        $pid = call($plain, 'pid');
        call($plain, 'reload');
        wait_moved($plain, $pid);
        $ask($c);
        $ask($c);
        $between->client->send(substr($next, 5));
        echo $between->read($how) === json_encode(json_decode($request)[1][0]) ? $how : 'other text', "\n";
        $half->client->send(substr($frame, 40));
        echo $half->read($how) === json_encode(json_decode($request)[1][0]) ? $how : 'other text', ", then ", $half->client->readFrame(), "\n";
        $half->client->close(1012);
        $half->client->expectEof();
        $c->leave();
        $between->leave();
        leave($plain);
    });
}
?>
--EXPECT--
permessage-deflate; server_no_context_takeover; client_no_context_takeover
packed
packed
packed
packed
packed
packed
packed, then close 1012 ""
permessage-deflate
packed
packed (window kept)
packed
packed (window kept)
packed (window kept)
packed
packed, then close 1012 ""
