--TEST--
With several workers: SIGHUP to the master renews them all, and so does a reload; bad ones change nothing and are said once
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

authority();
$certificate = authority()->issue('localhost', 'first');
$second = authority()->issue('second', 'localhost');
$third = authority()->issue('third', 'localhost');
$first = clone $certificate;

/** Waits until new connections are shown this certificate; the name of the one that is shown then. */
function shown(int $port, string $wanted): string
{
    wait_until(function () use ($port, $wanted, &$name) {
        $c = wss_client($port);
        $name = shown_name($c);
        leave($c);
        return $name === $wanted;
    });
    return $name;
}

/** The certificates that all workers show. */
function shown_by_all(int $port, int $workers, string $wanted): string
{
    wait_until(function () use ($port, $workers, $wanted, &$names) {
        $clients = client_of_each_worker($port, $workers, wss_client(...));
        $names = implode(' ', array_unique(array_map(shown_name(...), $clients)));
        leave(...$clients);
        return $names === $wanted;
    });
    return $names;
}

$server = calling_wss_server([], ['worker_num' => 2] + $certificate->settings());
$plain = $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP)->port;
$log = run_server($server, function (int $port, int $pid) use ($certificate, $second, $third, $plain) {
    $stays = WebSocketClient::open($plain); // over a reload
    $old = wss_client($port);
    echo shown_by_all($port, 2, 'localhost'), "\n";
    $certificate->become($second);
    posix_kill($pid, SIGHUP);
    echo shown_by_all($port, 2, 'second'), "\n";

    unlink($certificate->file);
    posix_kill($pid, SIGHUP);
    $reload = function () use ($stays) {
        $before = call($stays, 'pids');
        wait_until(fn () => call($stays, 'reload')); // another one may be under way
        wait_until(fn () => !array_intersect($before, call($stays, 'pids')));
    };
    $reload();
    $old->expectClose(1012);
    $old->close(1012);
    $old->expectEof();
    echo shown_by_all($port, 2, 'second'), " although the file is gone\n";
    $certificate->become($third);
    $reload();
    echo shown_by_all($port, 2, 'third'), " after the reload\n";
    leave($stays);
}, ['alerts' => true, 'print' => false]);
preg_match_all('~(WARNING|INFO) +(.*(certificates|SIGHUP).*)~', $log, $lines);
foreach ($lines[0] as $line) {
    echo preg_replace(['~127.0.0.1:\d+~', '~/\S+/~'], ['ADDRESS', 'DIR/'], $line), "\n";
}
?>
--EXPECT--
localhost
second
second although the file is gone
third after the reload
INFO SIGHUP: certificates are read again
WARNING ADDRESS goes on with the certificates it has: ssl_cert_file DIR/2.crt: No such file or directory
WARNING ADDRESS goes on with the certificates it has: ssl_cert_file DIR/2.crt: No such file or directory
