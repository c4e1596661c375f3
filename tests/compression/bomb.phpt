--TEST--
A small message that inflates to much more than package_max_length: 1009, counted, and no memory is used for it
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

$server = echo_server(['package_max_length' => 1 << 20]);
$server->on('close', function ($server, $fd) {
    $info = $server->getClientInfo($fd);
    echo $info['close_code'] ? "$info[close_code] $info[close_by]: $info[close_reason]\n" : ''; // not those of HTTP
});
$server->on('request', function ($request, $response) use ($server) {
    $stats = $server->stats();
    $response->end(json_encode([$stats['inflate_limit_count'], memory_get_peak_usage() < 6 << 20,
        (int) preg_replace('~.*VmHWM:\s*(\d+).*~s', '$1', file_get_contents('/proc/self/status'))]));
});
run_server($server, function (int $port) {
    $status = fn () => json_decode((new WebSocketClient($port))->request('GET', '/')->body);
    $c = new DeflateClient($port);
    $c->send(str_repeat("\0", 1 << 20), 2); // the limit itself
    echo strlen($c->read()), "\n";
    $c->leave();
    $before = $status()[2];
    $deflate = deflate_init(ZLIB_ENCODING_RAW);
    for ($bomb = '', $i = 0; $i < 256; $i++) {
        $bomb .= deflate_add($deflate, str_repeat("\0", 1 << 20), ZLIB_NO_FLUSH);
    }
    $bomb .= substr(deflate_add($deflate, '', ZLIB_SYNC_FLUSH), 0, -4);
    echo strlen($bomb) < 300000 ? "small\n" : "too big to be a bomb\n";
    for ($i = 0; $i < 5; $i++) {
        $c = new DeflateClient($port);
        $c->client->sendFrame(2, $bomb, rsv: 4);
        $c->client->expectClose(1009, 'message is too big when inflated');
        $c->client->expectEof();
    }
    [$count, $flat, $after] = $status();
    echo "$count refused, ", $flat ? 'memory flat' : 'memory used', ', ', time_factor() > 1 || $after - $before < 8192 ? 'RSS flat' : "RSS grew by $after - $before KiB", "\n";
});
?>
--EXPECT--
1048576
small
5 refused, memory flat, RSS flat
1000 client: 
1009 error: message is too big when inflated
1009 error: message is too big when inflated
1009 error: message is too big when inflated
1009 error: message is too big when inflated
1009 error: message is too big when inflated
