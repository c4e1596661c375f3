--TEST--
getClientList() pages through the ids; it returns false, not [], at the end; more than 100 is a warning
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    $all = [];
    for ($start = 0, $pages = 0; $list = $server->getClientList($start, 10); $pages++) {
        $all = [...$all, ...$list];
        $start = end($list);
    }
    var_dump($pages, $all === range(1, 25), $list, $server->connection_list(20), $server->getClientList(24, 5), $server->getClientList(25), $server->getClientList(1000));
    var_dump(count($server->getClientList()), count($server->getClientList(0, 100)), @$server->getClientList(0, 101), error_get_last()['message']);
    $server->push($frame->fd, 'done');
});
run_server($server, function (int $port) {
    for ($i = 0; $i < 25; $i++) {
        $clients[] = WebSocketClient::open($port);
    }
    $clients[0]->text('x');
    $clients[0]->readFrame();
});
?>
--EXPECTF--
int(3)
bool(true)
bool(false)
array(5) {
  [0]=>
  int(21)
  [1]=>
  int(22)
  [2]=>
  int(23)
  [3]=>
  int(24)
  [4]=>
  int(25)
}
array(1) {
  [0]=>
  int(25)
}
bool(false)
bool(false)
int(10)
int(25)
bool(false)
string(%d) "Swoole\Server::getClientList(): %s"
