--TEST--
Text that is not UTF-8 is refused with 1007
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $cases = [
        'stray byte' => [WebSocketClient::frame(1, "abc\x80"), 1007, 'text is not UTF-8'],
        'overlong' => [WebSocketClient::frame(1, "\xc0\xaf"), 1007, 'text is not UTF-8'],
        'surrogate' => [WebSocketClient::frame(1, "\xed\xa0\x80"), 1007, 'text is not UTF-8'],
        'over U+10FFFF' => [WebSocketClient::frame(1, "\xf4\x90\x80\x80"), 1007, 'text is not UTF-8'],
        'cut at the end' => [WebSocketClient::frame(1, "abc\xe2\x82"), 1007, 'text ends inside a character'],
        'cut in fragments' => [WebSocketClient::frame(1, "\xe2", fin: false) . WebSocketClient::frame(0, "\x82"), 1007, 'text ends inside a character'],
    ];
    foreach ($cases as $name => [$bytes, $code, $reason]) {
        $c = WebSocketClient::open($port);
        $c->send($bytes);
        $c->expectClose($code, $reason);
        $c->expectEof();
        $c = WebSocketClient::open($port);
        $c->sendSlowly($bytes);
        $c->expectClose($code, $reason);
        $c->expectEof();
    }
});
--EXPECT--
#1 reactor 0, status 3, 1007 "text is not UTF-8" by error
#2 reactor 0, status 3, 1007 "text is not UTF-8" by error
#3 reactor 0, status 3, 1007 "text is not UTF-8" by error
#4 reactor 0, status 3, 1007 "text is not UTF-8" by error
#5 reactor 0, status 3, 1007 "text is not UTF-8" by error
#6 reactor 0, status 3, 1007 "text is not UTF-8" by error
#7 reactor 0, status 3, 1007 "text is not UTF-8" by error
#8 reactor 0, status 3, 1007 "text is not UTF-8" by error
#9 reactor 0, status 3, 1007 "text ends inside a character" by error
#10 reactor 0, status 3, 1007 "text ends inside a character" by error
#11 reactor 0, status 3, 1007 "text ends inside a character" by error
#12 reactor 0, status 3, 1007 "text ends inside a character" by error
