--TEST--
Server::pack() and unpack() are static, and work without any server
--FILE--
<?php
use Swoole\WebSocket\Frame;
use Swoole\WebSocket\Server;

foreach (['pack', 'unpack'] as $name) {
    foreach ([Server::class, Frame::class] as $class) {
        $method = new ReflectionMethod($class, $name);
        echo $method->isStatic() && $method->isPublic() ? "$class::$name\n" : '';
    }
}
echo Server::unpack(Frame::pack('text'))->data, Frame::unpack(Server::pack(' more'))->data, "\n";
echo call_user_func('swoole_websocket_server::unpack', Server::pack('!'))->data, "\n";
--EXPECT--
Swoole\WebSocket\Server::pack
Swoole\WebSocket\Frame::pack
Swoole\WebSocket\Server::unpack
Swoole\WebSocket\Frame::unpack
text more
!
