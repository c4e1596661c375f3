<?php
// A chat in the browser.    php -d extension=easyswoole examples/server.php [port] [host]

spl_autoload_register(function (string $class): void { // PSR-4: App\ is the folder App
    $file = __DIR__ . '/' . strtr($class, '\\', '/') . '.php';
    if (str_starts_with($class, 'App\\') && is_file($file)) {
        require $file;
    }
});
require __DIR__ . '/EasySwooleEvent.php';

$port = (int) ($argv[1] ?? 9501);
$host = $argv[2] ?? '0.0.0.0';

$server = new EasySwoole\WebSocketServer($host, $port);
$server->run(); // calls EasySwooleEvent::initialize() and mainServerCreate(), then serves
