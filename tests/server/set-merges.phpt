--TEST--
set() merges into $server->setting: later values win, unnamed ones stay
--FILE--
<?php
$server = new Swoole\Server('127.0.0.1', 0);
var_dump($server->set(['worker_num' => 1, 'log_level' => 2]));
var_dump($server->set(['log_level' => 5]));
var_dump($server->setting);
?>
--EXPECT--
bool(true)
bool(true)
array(2) {
  ["worker_num"]=>
  int(1)
  ["log_level"]=>
  int(5)
}
