--TEST--
The minimum length, FLAG_COMPRESS, frames as arguments, fragments and control frames
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

$server = echo_server(['websocket_compression_min_length' => 50]);
$server->on('message', function ($server, $frame) {
    $fd = $frame->fd;
    $both = SWOOLE_WEBSOCKET_FLAG_FIN | SWOOLE_WEBSOCKET_FLAG_COMPRESS;
    $server->push($fd, str_repeat('a', 49));
    $server->push($fd, str_repeat('b', 50));
    $server->push($fd, str_repeat('c', 50), WEBSOCKET_OPCODE_BINARY);
    $server->push($fd, str_repeat('d', 49), 1, $both);
    $server->push($fd, '', 1, $both);
    $server->push($fd, 'e', 1, $both); // would not be smaller
    $server->push($fd, random_bytes(1000), 2, $both);
    $server->push($fd, $frame);
    $mine = new Swoole\WebSocket\Frame();
    $mine->data = str_repeat('f', 49);
    $mine->flags = $both;
    $server->push($fd, $mine);
    $server->push($fd, str_repeat('g', 100), 1, SWOOLE_WEBSOCKET_FLAG_COMPRESS);
    $server->push($fd, str_repeat('h', 100), 0, 0);
    $server->push($fd, str_repeat('i', 100), 0, $both);
    $server->push($fd, str_repeat('j', 100), WEBSOCKET_OPCODE_PING, $both);
    $server->push($fd, str_repeat('k', 100), WEBSOCKET_OPCODE_PONG, $both);
    $server->push($fd, 'done');
});
run_server($server, function (int $port) {
    $c = new DeflateClient($port);
    $c->send('echoed although short');
    while (true) {
        $frame = $c->client->readFrame();
        $data = $frame->rsv ? $c->unpack($frame->payload) : $frame->payload;
        echo WireFrame::NAMES[$frame->opcode], $frame->fin ? '' : ' (more)', " rsv $frame->rsv, ", strlen($data), ' ', preg_replace('~^(.).*~s', '$1', strlen($data) === 1000 ? '?' : $data), "\n";
        if ($data === 'done') {
            break;
        }
    }
    $c->leave();
});
?>
--EXPECT--
text rsv 0, 49 a
text rsv 4, 50 b
binary rsv 4, 50 c
text rsv 4, 49 d
text rsv 0, 0 
text rsv 0, 1 e
binary rsv 0, 1000 ?
text rsv 0, 21 e
text rsv 4, 49 f
text (more) rsv 0, 100 g
continuation (more) rsv 0, 100 h
continuation rsv 0, 100 i
ping rsv 0, 100 j
pong rsv 0, 100 k
text rsv 0, 4 d
