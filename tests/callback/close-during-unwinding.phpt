--TEST--
onClose runs although an exception is on its way, and the exception arrives where it is caught
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$pending = [];
$server->on('request', function ($request, $response) use (&$pending) {
    $pending[] = $response;
});
function lose(array &$pending): void
{
    $response = array_pop($pending); // dies while the exception unwinds this function
    throw new Exception('on its way');
}
$server->on('message', function ($server, $frame) use (&$pending) {
    try {
        lose($pending);
    } catch (Exception $e) {
        echo 'caught: ', $e->getMessage(), "\n";
    }
    $server->push($frame->fd, 'went on');
});
$server->on('close', function ($server, $fd) {
    echo "close $fd\n";
    $fd === 1 && throw new Exception('in close');
});
run_server($server, function (int $port) {
    $http = new WebSocketClient($port);
    $http->send(WebSocketClient::httpRequest('GET', '/', ['Connection' => 'close']));
    $c = WebSocketClient::open($port);
    $c->text('x');
    echo $c->readMessage(), "\n", $http->readResponse()->status, "\n";
    $http->expectEof();
});
--EXPECTF--
went on
500
close 1

Warning: Uncaught Exception: in close in %s:%d
%A
  thrown in %s on line %d
caught: on its way
close 2
