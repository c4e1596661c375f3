--TEST--
Event: streams, sockets, numbers; add, set, isset, del, write
--EXTENSIONS--
easyswoole
sockets
--FILE--
<?php
use Swoole\Event;

echo "-- streams\n";
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$fd = Event::add($a, function ($given) use ($a) {
    var_dump($given === $a, fread($given, 100));
    Event::set($given, function ($fp) {
        var_dump(stream_get_contents($fp)); // does not wait
        Event::del($fp);
    });
});
var_dump(is_int($fd), Event::isset($a), Event::isset($a, SWOOLE_EVENT_WRITE), Event::isset($b), swoole_event_isset($fd));
var_dump(Event::add($a, fn () => 1), Event::add($fd, fn () => 1));
fwrite($b, 'hello');
Event::dispatch();
fwrite($b, 'all of it');
Event::wait();
var_dump(Event::isset($a));

echo "-- sockets\n";
socket_create_pair(AF_UNIX, SOCK_STREAM, 0, $pair);
$order = [];
swoole_event_add($pair[0], function (Socket $s) {
    echo 'read ', json_encode(socket_read($s, 100)), "\n";
    var_dump(swoole_event_del($s));
}, function (Socket $s) use ($pair) {
    echo "writable\n";
    socket_write($pair[1], 'from the other side');
    swoole_event_set($s, null, null, SWOOLE_EVENT_READ);
}, SWOOLE_EVENT_READ | SWOOLE_EVENT_WRITE);
Event::wait();

echo "-- numbers\n";
$pipe = proc_open(['cat'], [['pipe', 'r'], ['pipe', 'w']], $pipes);
Event::add($pipes[1], function ($fp) {
    $GLOBALS['got'] .= fread($fp, 8192);
    if (strlen($GLOBALS['got']) === strlen($GLOBALS['sent'])) {
        echo $GLOBALS['got'] === $GLOBALS['sent'] ? "all came back in order\n" : "wrong\n";
        Event::del($fp);
        fclose($GLOBALS['pipes'][0]);
    }
});
$sent = $got = '';
for ($i = 0; $i < 40; $i++) {
    $sent .= $chunk = str_repeat(chr(65 + $i), 10000);
    Event::write($pipes[0], $chunk) || print("failed\n");
}
var_dump(Event::isset($pipes[0]));
Event::wait();
proc_close($pipe);

echo "-- closed meanwhile\n";
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
Event::add($a, fn () => print("not called\n"));
fclose($a);
var_dump(Event::del($a));
[$a, $c] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
Event::add($a, fn () => print("not called\n"));
fclose($a);
[$a, $d] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0); // may have the same number
Event::add($a, function ($fp) {
    echo fread($fp, 10), "\n";
    Event::exit();
});
Event::write($d, 'new one');
Event::wait();
?>
--EXPECTF--
-- streams
bool(true)
bool(true)
bool(false)
bool(false)
bool(true)

Warning: Swoole\Event::add(): fd [%d] is in the event loop already in %s on line %d

Warning: Swoole\Event::add(): fd [%d] is in the event loop already in %s on line %d
bool(false)
bool(false)
bool(true)
string(5) "hello"
string(9) "all of it"
bool(false)
-- sockets
writable
read "from the other side"
bool(true)
-- numbers
bool(false)
all came back in order
-- closed meanwhile
bool(true)
new one
