--TEST--
An option that nobody knows is one E_NOTICE with the nearest name, and is kept in setting
--FILE--
<?php
$server = new Swoole\Server('127.0.0.1', 0);
var_dump($server->set(['worker_nun' => 4, 'open_web_socket_protocol' => true, 'entirely_private_thing' => 1, 5 => 1]));
var_dump(array_keys($server->setting));
?>
--EXPECTF--
Notice: Swoole\Server::set(): unknown option "worker_nun", did you mean "worker_num"? in %s on line %d

Notice: Swoole\Server::set(): unknown option "open_web_socket_protocol", did you mean "open_websocket_protocol"? in %s on line %d

Notice: Swoole\Server::set(): unknown option "entirely_private_thing" in %s on line %d

Notice: Swoole\Server::set(): unknown option "5" in %s on line %d
bool(true)
array(4) {
  [0]=>
  string(10) "worker_nun"
  [1]=>
  string(24) "open_web_socket_protocol"
  [2]=>
  string(22) "entirely_private_thing"
  [3]=>
  int(5)
}
