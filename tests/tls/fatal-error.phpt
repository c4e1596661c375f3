--TEST--
A fatal error in a callback: plain connections stay, WebSockets over TLS are lost, and their onClose comes in the next process
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

$server = calling_wss_server(['fatal' => fn () => trigger_error('on purpose', E_USER_ERROR),
    'count' => fn ($server) => count($server->connections)], ['worker_num' => 1, 'log_level' => SWOOLE_LOG_NONE], SWOOLE_PROCESS);
$plain = $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP)->port;
$server->on('close', function ($server, $fd) {
    $info = $server->getClientInfo($fd);
    echo "#$fd close {$info['close_code']} by {$info['close_by']}\n";
});
run_server($server, function (int $port) use ($plain) {
    $tls = wss_client($port);
    call($tls, 'pid');
    $stays = WebSocketClient::open($plain);
    $pid = call($stays, 'pid');
    $stays->text(json_encode(['fatal', []]));
    $tls->readAll(); // the end of the connection
    wait_moved($stays, $pid);
    wait_until(fn () => call($stays, 'count') === 1); // the old process has ended
    $new = wss_client($port);
    var_dump(call($new, 'pid') === call($stays, 'pid'));
    leave($new, $stays);
}, ['alerts' => true, 'exit' => null]);
?>
--EXPECTF--
bool(true)

Fatal error: on purpose in %s on line %d
#1 close 1006 by error
#3 close 1000 by client
#2 close 1000 by client
