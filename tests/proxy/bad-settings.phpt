--TEST--
start() names the trusted proxy that is no address, and the header that is none
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

foreach ([['trusted_proxies' => ['10.0.0.0/8', 'localhost']], ['trusted_proxies' => '10.0.0.0/33'],
    ['trusted_proxies' => '10.0.0.1', 'trusted_proxy_header' => 'X-Real-IP']] as $settings) {
    run_server(function () use ($settings) {
        $server = new Swoole\WebSocket\Server('127.0.0.1', 0);
        $server->set($settings);
        $server->on('message', fn () => 0);
        return $server;
    }, fn () => 0, ['signal' => null, 'ready' => false, 'connections' => false, 'start' => function ($server) {
        var_dump(@$server->start());
        echo strstr(error_get_last()['message'], 'Error: '), "\n";
    }]);
}
?>
--EXPECT--
bool(false)
Error: trusted_proxies: "localhost" is no address or network
bool(false)
Error: trusted_proxies: "10.0.0.0/33" is no address or network
bool(false)
Error: trusted_proxy_header: "X-Real-IP" is neither "X-Forwarded-For" nor "Forwarded"
