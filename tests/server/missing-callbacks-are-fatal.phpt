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
    echo "$name: $status ", trim(preg_replace('~ in /.*~', '', $output)), "\n";
}
?>
--EXPECT--
Swoole\WebSocket\Server: 255 Fatal error: Swoole\Server::start(): require onMessage callback
Swoole\WebSocket\Server with onRequest: 255 Fatal error: Swoole\Server::start(): require onMessage callback
Swoole\Http\Server: 255 Fatal error: Swoole\Server::start(): require onRequest callback
Swoole\Server: 255 Fatal error: Swoole\Server::start(): require onReceive callback
Swoole\WebSocket\Server with a TCP port: 255 Fatal error: Swoole\Server::start(): require onReceive callback
Swoole\Server with an HTTP port: 0 receive is enough
