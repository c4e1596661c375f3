--TEST--
SIGHUP: certificates are read again for new connections, old connections go on; bad ones are not taken, with one warning
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


$log = run_server(fn () => calling_wss_server([], $certificate->settings()), function (int $port, int $pid) use ($certificate, $second) {
    $old = wss_client($port);
    echo shown_name($old), "\n";
    $certificate->become($second);
    posix_kill($pid, SIGHUP);
    echo shown($port, 'second'), "\n";
    file_put_contents($certificate->keyFile, 'nonsense');
    posix_kill($pid, SIGHUP);
    posix_kill($pid, SIGHUP); // is not lost behind the other one, or is the same one
    call($old, 'pid');
    echo shown($port, 'second'), "\n";
    $certificate->become(authority()->issue('localhost')); // goes with another key
    posix_kill($pid, SIGHUP);
    echo shown($port, 'localhost'), "\n";
    leave($old);
}, ['alerts' => true, 'print' => false]);
preg_match_all('~(WARNING|INFO) +(.*(certificates|SIGHUP).*)~', $log, $lines);
foreach (array_unique($lines[0]) as $line) {
    echo preg_replace(['~127.0.0.1:\d+~', '~/\S+/~'], ['ADDRESS', 'DIR/'], $line), "\n";
}
?>
--EXPECTF--
localhost
second
second
localhost
INFO SIGHUP: certificates are read again
WARNING ADDRESS goes on with the certificates it has: ssl_key_file DIR/2.key: not a usable private key%S
