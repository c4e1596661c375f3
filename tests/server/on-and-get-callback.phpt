--TEST--
on() takes names in any case and replaces; getCallback() gives back what was set, null otherwise
--FILE--
<?php
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$first = fn () => 1;
$second = fn () => 2;
var_dump($server->on('HandShake', $first), $server->getCallback('handshake') === $first);
var_dump($server->on('handshake', $second), $server->getCallback('HANDSHAKE') === $second);
var_dump($server->on('workerSTART', 'strlen'), $server->getCallback('WorkerStart'));
var_dump($server->on('open', [new ArrayObject(), 'count']), $server->getCallback('open')[1], $server->getCallback('message'), $server->getCallback('nonsense'));
var_dump($server->on('close', 'DateTime::createFromFormat'), $server->getCallback('close'));
var_dump($server->ports[0]->getCallback('open')[1]);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
string(6) "strlen"
bool(true)
string(5) "count"
NULL
NULL
bool(true)
string(26) "DateTime::createFromFormat"
string(5) "count"
