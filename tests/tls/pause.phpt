--TEST--
pause() and resume() over TLS: nothing is lost, what OpenSSL had read already included; the heartbeat of others goes on
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

$server = wss_server();
$server->on('message', function ($server, $frame) {
    if ($frame->data === 'pause') {
        $server->pause($frame->fd);
    } elseif ($frame->data === 'resume') {
        $server->resume(1);
    } else {
        $server->push($frame->fd, $frame->data);
    }
});
run_server($server, function (int $port) {
    $c = wss_client($port);
    $other = wss_client($port);
    // One record with messages on both sides of the pause, and far more than a record behind it
    $all = WebSocketClient::frame(WebSocketClient::TEXT, 'before') . WebSocketClient::frame(WebSocketClient::TEXT, 'pause')
        . WebSocketClient::frame(WebSocketClient::TEXT, 'behind');
    for ($i = 0; $i < 300; $i++) {
        $all .= WebSocketClient::frame(WebSocketClient::TEXT, "$i " . str_repeat('x', 1000));
    }
    $c->send($all);
    echo $c->readFrame(), "\n";
    $other->text('hello');
    echo $other->readFrame(), "\n";
    $seen = 0;
    while ($c->readable(0.3)) { // what was read together with the pause may come still
        $c->readFrame();
        $seen++;
    }
    echo $seen < 301 ? "paused\n" : "not paused\n";
    $other->text('resume');
    for ($i = $seen - 1; $i < 300; $i++) {
        $text = $c->readFrame()->payload;
        if ($text !== ($i < 0 ? 'behind' : "$i " . str_repeat('x', 1000))) {
            throw new ClientError("got $text");
        }
    }
    $c->text('last');
    echo $c->readFrame(), "\n";
});
?>
--EXPECT--
text "before"
text "hello"
paused
text "last"
