--TEST--
start() without a required callback is a fatal error that names it
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

foreach ([
    'Swoole\WebSocket\Server' => '',
    'Swoole\WebSocket\Server with onRequest' => '$s->on("request", fn () => 0);',
    'Swoole\Http\Server' => '',
    'Swoole\Server' => '',
    'Swoole\WebSocket\Server with a TCP port' => '$s->on("message", fn () => 0); $s->listen("127.0.0.1", 0, SWOOLE_SOCK_TCP)->set(["open_tcp_nodelay" => true]);',
    'Swoole\Server with an HTTP port' => '$s->on("receive", fn () => 0); $s->listen("127.0.0.1", 0, SWOOLE_SOCK_TCP)->set(["open_http_protocol" => true]); echo "receive is enough";exit;',
] as $name => $code) {
    [$status, $output] = run_php("<?php \$s = new " . strtok($name, ' ') . "('127.0.0.1', 0); $code \$s->start(); echo 'never';");
    preg_match('~^.*(require on\w+ callback|receive is enough)~m', $output, $m); // what a fatal error leaves behind is a leak to sanitizers
    echo "$name: ", $status === 0 ? 'starts' : 'fails', ", $m[0]\n";
}
?>
--EXPECT--
Swoole\WebSocket\Server: fails, Fatal error: Swoole\Server::start(): require onMessage callback
Swoole\WebSocket\Server with onRequest: fails, Fatal error: Swoole\Server::start(): require onMessage callback
Swoole\Http\Server: fails, Fatal error: Swoole\Server::start(): require onRequest callback
Swoole\Server: fails, Fatal error: Swoole\Server::start(): require onReceive callback
Swoole\WebSocket\Server with a TCP port: fails, Fatal error: Swoole\Server::start(): require onReceive callback
Swoole\Server with an HTTP port: starts, receive is enough
