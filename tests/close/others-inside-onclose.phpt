--TEST--
onClose closes the next connection: the calls nest, each connection is closed once
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('close', function ($server, $fd) {
    echo str_repeat('  ', $fd - 1), "begin $fd\n";
    $server->close($fd + 1);
    echo str_repeat('  ', $fd - 1), "end $fd\n";
});
run_server($server, function (int $port) {
    foreach ([1, 2, 3] as $i) {
        $clients[] = WebSocketClient::open($port);
    }
    $clients[0]->close();
    $clients[0]->expectClose();
    foreach ($clients as $c) {
        $c->expectEof();
    }
});
--EXPECT--
begin 1
  begin 2
    begin 3
    end 3
  end 2
end 1
