--TEST--
Options of Swoole without a meaning here are accepted silently
--FILE--
<?php
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
var_dump($server->set([
    'reactor_num' => 2, 'dispatch_mode' => 2, 'dispatch_func' => fn () => 0, 'enable_coroutine' => true, 'hook_flags' => 0, 'max_request' => 8,
    'reload_async' => true, 'max_wait_time' => 3, 'send_yield' => true, 'max_coroutine' => 1000, 'open_cpu_affinity' => 1, 'document_root' => '/tmp',
    'enable_static_handler' => false, 'package_max_length' => '8M', 'buffer_output_size' => 1 << 20, 'socket_buffer_size' => 1 << 24,
    'heartbeat_check_interval' => 60, 'heartbeat_idle_time' => 600, 'http_compression' => true, 'websocket_compression' => false, 'upload_tmp_dir' => '/tmp',
    'task_enable_coroutine' => true, 'task_tmpdir' => '/tmp', 'open_mqtt_protocol' => false, 'ssl_cert_file' => null, 'stats_file' => '/tmp/x',
    'input_buffer_size' => 1, 'max_conn' => 100, 'tcp_fastopen' => true, 'user' => 'root', 'group' => 'root', 'max_coro_num' => 5,
]));
?>
--EXPECT--
bool(true)
