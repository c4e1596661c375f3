--TEST--
What the properties of a new server say
--FILE--
<?php
$server = new Swoole\WebSocket\Server('127.0.0.1', 0, SWOOLE_PROCESS);
var_dump($server->host, $server->port > 0, $server->type, $server->mode, $server->ssl, $server->setting);
var_dump($server->master_pid, $server->manager_pid, $server->worker_id, $server->worker_pid, $server->taskworker);
var_dump($server->stats_timer, $server->admin_server, get_class($server->connections), count($server->ports));
$port = $server->ports[0];
var_dump(get_class($port), $port->host, $port->port === $server->port, $port->type, $port->sock > 2, $port->ssl, $port->setting);
var_dump(get_class($port->connections));
?>
--EXPECT--
string(9) "127.0.0.1"
bool(true)
int(1)
int(2)
bool(false)
NULL
int(0)
int(0)
int(-1)
int(0)
bool(false)
NULL
NULL
string(26) "Swoole\Connection\Iterator"
int(1)
string(18) "Swoole\Server\Port"
string(9) "127.0.0.1"
bool(true)
int(1)
bool(true)
bool(false)
NULL
string(26) "Swoole\Connection\Iterator"
