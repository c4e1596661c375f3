--TEST--
Process ids, worker id and setting are filled in when the server starts
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
@$server->set(['my_own' => 1, 'max_connection' => 100]);
$server->on('message', fn () => 0);
$server->on('workerStart', function ($server, $worker_id) {
    var_dump($worker_id, $server->worker_id, $server->worker_pid === getmypid(), $server->master_pid === getmypid(), $server->manager_pid, $server->taskworker);
    var_dump($server->getMasterPid() === getmypid(), $server->getManagerPid(), $server->getWorkerId(), $server->getWorkerPid() === getmypid());
    var_dump($server->setting);
});
run_server($server, fn () => 0);
?>
--EXPECTF--
int(0)
int(0)
bool(true)
bool(true)
int(0)
bool(false)
bool(true)
int(0)
int(0)
bool(true)
array(10) {
  ["my_own"]=>
  int(1)
  ["max_connection"]=>
  int(100)
  ["worker_num"]=>
  int(1)
  ["task_worker_num"]=>
  int(0)
  ["output_buffer_size"]=>
  int(4294967295)
  ["open_http_protocol"]=>
  bool(true)
  ["open_mqtt_protocol"]=>
  bool(false)
  ["open_eof_check"]=>
  bool(false)
  ["open_length_check"]=>
  bool(false)
  ["open_websocket_protocol"]=>
  bool(true)
}
