--TEST--
stats() has Swoole's keys, and counts
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('request', fn ($request, $response) => $response->end());
$server->on('message', function ($server, $frame) {
    $stats = $server->stats();
    $expected = explode(' ', 'start_time connection_num abort_count accept_count close_count worker_num task_worker_num user_worker_num idle_worker_num '
        . 'dispatch_count request_count response_count total_recv_bytes total_send_bytes pipe_packet_msg_id concurrency session_round min_fd max_fd '
        . 'worker_request_count worker_response_count worker_dispatch_count worker_concurrency tasking_num coroutine_num coroutine_peek_num');
    echo 'missing: ', implode(' ', array_diff($expected, array_keys($stats))), "\n";
    echo implode(' ', array_keys(array_filter($stats, fn ($v) => !is_int($v)))), "\n";
    foreach (['connection_num', 'accept_count', 'close_count', 'worker_num', 'request_count', 'session_round', 'idle_worker_num'] as $key) {
        echo "$key: $stats[$key]\n";
    }
    var_dump($stats['total_recv_bytes'] > 200, $stats['total_send_bytes'] > 200, abs($stats['start_time'] - time()) < 60, $stats['min_fd'] > 2);
    $server->push($frame->fd, 'done');
});
run_server($server, function (int $port) {
    $plain = new WebSocketClient($port);
    $plain->request('GET', '/', ['Connection' => 'close']);
    $plain->expectEof();
    $client = WebSocketClient::open($port);
    $client->text('x');
    $client->readFrame();
});
?>
--EXPECT--
missing: 

connection_num: 1
accept_count: 2
close_count: 1
worker_num: 1
request_count: 3
session_round: 2
idle_worker_num: 0
bool(true)
bool(true)
bool(true)
bool(true)
