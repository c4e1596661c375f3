--TEST--
What is known of one message's data is not taken for true of the next one's, which lies in the same memory
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$known = ['k2' => true];
$server->on('message', function ($server, $frame) use ($known) {
    switch ($frame->data[0]) {
        case 'k': // its hash
            $answer = isset($known[$frame->data]) ? 'known' : 'unknown';
            break;
        case 'u': // whether it is UTF-8
            $answer = var_export(@preg_match('//u', $frame->data), true);
            break;
        case 'a': // changed in place
            $answer = $frame->data .= str_repeat('+', 20);
            break;
        case 'w':
            $frame->data[1] = 'W';
            $answer = $frame->data;
            break;
        case 'o': // something else instead
            $frame->data = [$frame->data];
            $answer = $frame->data[0];
            break;
        default:
            $answer = strlen($frame->data) . ' ' . $frame->data;
    }
    $server->push($frame->fd, $answer);
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $messages = ['k1', 'k2', 'k1', 'k3', 'u1', "u\xff", "u\xc3", 'u2', 'append', 'length 1', 'write', 'other', 'len', 'le', 'l',
        'a' . str_repeat('x', 80), 'short', str_repeat('l', 79), str_repeat('m', 90)];
    foreach ($messages as $text) {
        $c->sendFrame(2, $text);
        echo $c->readMessage(), "\n";
    }
});
--EXPECT--
unknown
known
unknown
unknown
1
false
false
1
append++++++++++++++++++++
8 length 1
wWite
other
3 len
2 le
1 l
axxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx++++++++++++++++++++
5 short
79 lllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll
90 mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm
