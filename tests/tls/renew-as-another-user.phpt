--TEST--
Workers that run as another user cannot read the certificates: SIGHUP leaves them as they are, with a warning; a reload brings the new ones
--SKIPIF--
<?php
require __DIR__ . '/../inc/skipif.inc';
posix_getuid() === 0 || die('skip only root can become somebody else');
posix_getpwnam('nobody') || die('skip there is no user nobody');
?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

$certificate = authority()->issue('localhost'); // in a directory of root's
$second = authority()->issue('second', 'localhost');
$server = calling_wss_server([], ['log_file' => tls_dir() . '/log', 'user' => 'nobody', 'worker_num' => 1] + $certificate->settings(), SWOOLE_PROCESS);
$plain = $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP)->port;
run_server($server, function (int $port, int $master) use ($certificate, $second, $plain) {
    $stays = WebSocketClient::open($plain);
    $pid = call($stays, 'pid');
    $certificate->become($second);
    posix_kill($master, SIGHUP);
    wait_until(fn () => str_contains(file_get_contents(tls_dir() . '/log'), 'Permission denied'));
    $c = wss_client($port);
    echo call($c, 'id'), ' ', shown_name($c), "\n";
    leave($c);
    wait_until(fn () => call($stays, 'reload'));
    wait_moved($stays, $pid);
    $c = wss_client($port);
    echo call($c, 'id'), ' ', shown_name($c), "\n";
    leave($c, $stays);
});
preg_match_all('~WARNING +(.*)~', file_get_contents(tls_dir() . '/log'), $lines);
echo preg_replace(['~127.0.0.1:\d+~', '~/\S+/~'], ['ADDRESS', 'DIR/'], implode("\n", $lines[1])), "\n";
?>
--EXPECT--
0 localhost
0 second
ADDRESS goes on with the certificates it has: ssl_cert_file DIR/2.crt: Permission denied
