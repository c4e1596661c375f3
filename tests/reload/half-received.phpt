--TEST--
Half-received messages, frames and control frames are completed in the new worker; every cut of a frame
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(fn () => calling_server(['echo' => fn ($server, $fd, $text) => $text], ['worker_num' => 2]), function (int $port) {
    $text = json_encode(['echo', [str_repeat('ä€𝄞', 30)]], JSON_UNESCAPED_UNICODE); // longer than 125 bytes: a header of 8
    $big = json_encode(['echo', [str_repeat('z', 100000)]]);
    [$first, $second] = [substr($text, 0, 50), substr($text, 50)]; // in the middle of a character
    $frame = WebSocketClient::frame(...);
    $cases = [
        'nothing' => ['', $frame(1, $text)],
        'behind a fragment' => [$frame(1, $first, false), $frame(0, $second)],
        'behind an empty fragment' => [$frame(1, '', false), $frame(0, $text)],
        'in the second fragment' => [$frame(1, $first, false) . substr($frame(0, $second, true, 'abcd'), 0, 20), substr($frame(0, $second, true, 'abcd'), 20)],
        'in a ping between fragments' => [$frame(1, $first, false) . substr($frame(9, 'ping', true, 'efgh'), 0, 8), substr($frame(9, 'ping', true, 'efgh'), 8) . $frame(0, $second)],
        'in the header of a ping' => [substr($frame(9, 'ping', true, 'efgh'), 0, 1), substr($frame(9, 'ping', true, 'efgh'), 1) . $frame(1, $text)],
        'in a big one' => [substr($frame(1, $big, true, 'ijkl'), 0, 70000), substr($frame(1, $big, true, 'ijkl'), 70000)],
    ];
    $whole = $frame(1, $text, true, 'mnop');
    for ($cut = 1; $cut < 20; $cut++) {
        $cases["after $cut bytes"] = [substr($whole, 0, $cut), substr($whole, $cut)];
    }
    $clients = [];
    foreach ($cases as $name => $_) {
        $clients[$name] = WebSocketClient::open($port);
    }
    [$zero, $one] = client_of_each_worker($port, 2);
    $fds = array_map(fn ($c) => call($c, 'fd'), $clients);
    foreach ($cases as $name => [$before]) {
        $clients[$name]->send($before);
    }
    // What is sent later over the same loop comes later: both workers have read all of that.
    call($zero, 'id');
    call($one, 'id');
    $pids = [call($zero, 'pid'), call($one, 'pid')];
    call($zero, 'reload');
    wait_moved($zero, $pids[0]);
    wait_moved($one, $pids[1]);
    foreach ($cases as $name => [, $after]) {
        $c = $clients[$name];
        $c->send($after);
        if (str_contains($name, 'ping')) {
            echo $c->readFrame(), ' ';
        }
        $echoed = result($c);
        echo "$name: ", in_array($echoed, [str_repeat('ä€𝄞', 30), str_repeat('z', 100000)], true) ? 'complete' : $echoed, call($c, 'fd') === $fds[$name] ? "\n" : ", other id\n";
    }
    leave($zero, $one, ...array_values($clients));
});
?>
--EXPECT--
nothing: complete
behind a fragment: complete
behind an empty fragment: complete
in the second fragment: complete
pong "ping" in a ping between fragments: complete
pong "ping" in the header of a ping: complete
in a big one: complete
after 1 bytes: complete
after 2 bytes: complete
after 3 bytes: complete
after 4 bytes: complete
after 5 bytes: complete
after 6 bytes: complete
after 7 bytes: complete
after 8 bytes: complete
after 9 bytes: complete
after 10 bytes: complete
after 11 bytes: complete
after 12 bytes: complete
after 13 bytes: complete
after 14 bytes: complete
after 15 bytes: complete
after 16 bytes: complete
after 17 bytes: complete
after 18 bytes: complete
after 19 bytes: complete
