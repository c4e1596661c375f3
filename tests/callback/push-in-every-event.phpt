--TEST--
push() and close() to oneself, others and unknown fds, in every event, do no harm
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$everything = function ($server, int $fd) {
    error_reporting(E_ERROR);
    foreach ([$fd, 1, 2, 999, 0, -1, PHP_INT_MAX] as $other) {
        @$server->push($other, 'hello');
        @$server->send($other, '');
        $server->exist($other);
        $server->isEstablished($other);
        $server->getClientInfo($other);
    }
    $server->close(999);
    @$server->disconnect(998);
};
foreach (['start', 'workerStart', 'workerStop', 'beforeShutdown', 'shutdown'] as $event) {
    $server->on($event, fn ($server) => $everything($server, 0));
}
foreach (['connect', 'close'] as $event) {
    $server->on($event, fn ($server, $fd) => $everything($server, $fd));
}
$server->on('open', fn ($server, $request) => $everything($server, $request->fd));
$server->on('message', fn ($server, $frame) => $everything($server, $frame->fd));
$server->on('request', function ($request, $response) use ($server, $everything) {
    $everything($server, $request->fd);
    $response->end('done');
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    echo $c->readFrame(), $c->readFrame(), "\n"; // from open: as itself and as number 1
    $c->text('x');
    echo $c->readFrame(), $c->readFrame(), "\n";
    $http = new WebSocketClient($port);
    echo $http->request('GET', '/'), "\n";
    $c->disconnect();
});
--EXPECT--
text "hello"text "hello"
text "hello"text "hello"
200 OK "done"
