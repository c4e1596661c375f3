--TEST--
The master's callbacks can push to, look at and close sessions of the workers
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$output = run_server(function () {
    $server = calling_server([], ['worker_num' => 2]);
    $server->on('afterReload', static function ($server) {
        $list = [count($server->getClientList()), $server->stats()['connection_num']]; // before they are closed
        foreach ($server->connections as $fd) {
            $list[] = [$server->exists($fd), $server->isEstablished($fd), $server->getClientInfo($fd)['websocket_status'],
                $server->push($fd, 'from the master'), $server->bind($fd, 5), $server->protect($fd), $server->disconnect($fd, 4002, 'bye')];
        }
        echo json_encode($list) . "\n";
    });
    $server->on('close', static function ($server, $fd, $reactor) {
        $info = $server->getClientInfo($fd);
        echo "close $reactor {$info['close_code']} {$info['uid']}\n";
    });
    $server->on('open', static fn ($server, $request) => $request->fd === 2 && $server->reload());
    return $server;
}, function (int $port) {
    $clients = [WebSocketClient::open($port), WebSocketClient::open($port)];
    foreach ($clients as $c) {
        echo $c->readFrame(), "\n";
        $c->expectClose(4002, 'bye');
        $c->close(4002);
        $c->expectEof();
    }
}, ['print' => false]);
$lines = explode("\n", trim(preg_replace(LOG_LINE, '', $output)));
sort($lines); // the workers close while the master goes on
echo implode("\n", $lines), "\n";
?>
--EXPECT--
text "from the master"
text "from the master"
[2,2,[true,true,3,true,true,true,true],[true,true,3,true,true,true,true]]
close -1 4002 5
close -1 4002 5
