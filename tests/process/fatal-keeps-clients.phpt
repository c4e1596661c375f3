--TEST--
A fatal error in a callback: clients stay connected, nothing of what they have sent is lost, workerError says 255
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$output = run_server(function () {
    $server = calling_server([
        'fatal' => fn () => trigger_error('on purpose', E_USER_ERROR),
        'echo' => fn ($server, $fd, $text) => $text,
    ], ['worker_num' => 2]);
    $server->on('open', static fn ($server, $request) => print("open\n"));
    $server->on('close', static fn ($server, $fd) => print("close {$server->getClientInfo($fd)['close_by']}\n"));
    $server->on('workerError', static fn ($server, $id, $pid, $code, $signal) => print("workerError $id " . exit_code($code) . " $signal\n"));
    return $server;
}, function (int $port, int $master) {
    [$other, $c] = client_of_each_worker($port, 2);
    while (call($b = WebSocketClient::open($port), 'id') !== 1) {
        leave($b);
    }
    $pid = call($c, 'pid');
    [$fd, $fd2] = [call($c, 'fd'), call($b, 'fd')];
    $frame = fn (string $name, ...$arguments) => WebSocketClient::frame(1, json_encode([$name, $arguments]));
    // Messages in front of the one that kills, behind it in the same segment, half of one.
    $last = $frame('echo', 'in two processes');
    $b->send(substr($last, 0, 20));
    $c->send($frame('echo', 'before') . $frame('fatal') . $frame('echo', 'behind') . $frame('fd') . substr($last, 0, 9));
    echo result($c), "\n", result($c), "\n";
    var_dump(result($c) === $fd);
    $c->send(substr($last, 9));
    $b->send(substr($last, 20));
    echo result($c), "\n", result($b), "\n";
    var_dump(call($c, 'pid') !== $pid, call($c, 'id'), call($b, 'fd') === $fd2);
    var_dump(call($other, 'push', $fd, 'still there'));
    echo pushed($c), "\n";
    var_dump(wait_gone($pid), zombies_of($master));
    leave($c, $b, $other);
}, ['alerts' => true, 'print' => false]);
$counts = array_count_values(explode("\n", preg_replace(LOG_LINE, '', $output)));
var_dump($counts['open'] === $counts['close client'], $counts['workerError 1 255 0'], substr_count($output, 'Fatal error: on purpose'));
?>
--EXPECT--
before
behind
bool(true)
in two processes
in two processes
bool(true)
int(1)
bool(true)
bool(true)
text "still there"
bool(true)
int(0)
bool(true)
int(1)
int(1)
