--TEST--
The snake_case names are true aliases: get_class() gives the new name, instanceof and type hints fit
--FILE--
<?php
foreach ([
    'swoole_server' => 'Swoole\Server', 'swoole_http_server' => 'Swoole\Http\Server', 'swoole_websocket_server' => 'Swoole\WebSocket\Server',
    'swoole_server_port' => 'Swoole\Server\Port', 'swoole_connection_iterator' => 'Swoole\Connection\Iterator',
    'swoole_http_request' => 'Swoole\Http\Request', 'swoole_http_response' => 'Swoole\Http\Response',
    'swoole_websocket_frame' => 'Swoole\WebSocket\Frame', 'swoole_websocket_closeframe' => 'Swoole\WebSocket\CloseFrame',
    'swoole_exception' => 'Swoole\Exception',
] as $alias => $class) {
    $name = (new ReflectionClass($alias))->getName();
    echo $name === $class ? '' : "$alias is $name, not $class\n";
}
function typed(swoole_http_request $request, swoole_http_response $response, swoole_websocket_frame $frame, swoole_server $server, swoole_websocket_server $same)
{
    return get_class($server);
}
echo typed(new Swoole\Http\Request(), new Swoole\Http\Response(), new Swoole\Websocket\CloseFrame(), $s = new swoole_websocket_server('127.0.0.1', 0), $s), "\n";
var_dump(new swoole_exception('x') instanceof Swoole\Exception, new Swoole\Exception('x') instanceof Exception);
?>
--EXPECT--
Swoole\WebSocket\Server
bool(true)
bool(true)
