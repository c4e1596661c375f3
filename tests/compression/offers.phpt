--TEST--
What is answered to an offer; a malformed one is refused with 400 and logged
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

$offers = [
    'permessage-deflate',
    'permessage-deflate; client_max_window_bits',
    'permessage-deflate; client_max_window_bits=10; server_max_window_bits="11"',
    'permessage-deflate; server_max_window_bits=8, permessage-deflate; server_max_window_bits=9',
    'permessage-deflate; unknown',
    'x-webkit-deflate-frame',
];
$run = fn (array $settings) => run_server(echo_server($settings + ['log_level' => SWOOLE_LOG_DEBUG]), function (int $port) use ($offers) {
    foreach ($offers as $offer) {
        $c = new DeflateClient($port, $offer);
        echo $c->agreed ?? '(none)', "\n";
        $c->send('x');
        $c->agreed ? print($c->read() . "\n") : $c->client->expectClose(1002, 'reserved bits are set');
        $c->agreed ? $c->leave() : $c->client->expectEof();
    }
    $client = new WebSocketClient($port);
    echo $client->request('GET', '/', ['Upgrade' => 'websocket', 'Connection' => 'Upgrade', 'Sec-WebSocket-Version' => 13,
        'Sec-WebSocket-Key' => WebSocketClient::KEY, 'Sec-WebSocket-Extensions' => 'permessage-deflate; a b']), "\n";
    $client->expectEof();
}, ['log' => true, 'print' => false]);
foreach ([[], ['websocket_compression_context_takeover' => true, 'websocket_compression_window_bits' => 10]] as $settings) {
    preg_match('~HTTP 400: .*~', $run($settings), $match);
    echo $match[0], "\n\n";
}
?>
--EXPECT--
permessage-deflate; server_no_context_takeover; client_no_context_takeover
x
permessage-deflate; server_no_context_takeover; client_no_context_takeover
x
permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=11; client_max_window_bits=10
x
permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=9
x
(none)
(none)
400 Bad Request "400 Bad Request
"
HTTP 400: Sec-WebSocket-Extensions is malformed

permessage-deflate; server_max_window_bits=10
x
permessage-deflate; server_max_window_bits=10; client_max_window_bits=10
x
permessage-deflate; server_max_window_bits=10; client_max_window_bits=10
x
permessage-deflate; server_max_window_bits=9
x
(none)
(none)
400 Bad Request "400 Bad Request
"
HTTP 400: Sec-WebSocket-Extensions is malformed
