--TEST--
getClientInfo() has Swoole's keys in Swoole's order; connection_info() is the same
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    $info = $server->getClientInfo($frame->fd);
    echo implode(' ', array_keys($info)), "\n";
    var_dump(array_keys($server->connection_info((string) $frame->fd)) === array_keys($info));
    $server->push($frame->fd, json_encode(array_intersect_key($info, array_flip(['remote_ip', 'remote_port', 'server_port', 'socket_type']))));
    var_dump($info['websocket_status'], $info['socket_fd'] > 2, $info['server_fd'] > 2, is_int($info['reactor_id']), abs(time() - $info['connect_time']) < 60,
        abs(time() - $info['last_time']) < 60, is_float($info['last_recv_time']), is_float($info['last_send_time']), $info['close_errno'], $info['recv_queued_bytes'],
        $info['send_queued_bytes'] >= 0);
    var_dump($server->getClientInfo(99), $server->getClientInfo(0), $server->getClientInfo(-1));
});
run_server($server, function (int $port) {
    $client = WebSocketClient::open($port);
    $client->text('x');
    $info = json_decode($client->readFrame()->payload, true);
    [$ip, $remote] = explode(':', $client->address());
    var_dump($info === ['server_port' => $port, 'socket_type' => SWOOLE_SOCK_TCP, 'remote_port' => (int) $remote, 'remote_ip' => $ip]);
});
?>
--EXPECT--
bool(true)
websocket_status server_port server_fd socket_fd socket_type remote_port remote_ip reactor_id connect_time last_time last_recv_time last_send_time last_dispatch_time close_errno recv_queued_bytes send_queued_bytes
bool(true)
int(3)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
int(0)
int(0)
bool(true)
bool(false)
bool(false)
bool(false)
