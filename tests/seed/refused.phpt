--TEST--
The documentation's page as printed: a custom rule that says no
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/seed.inc';

/* The page leaves the rule to its reader: here it is a token. */
function define_rule(): void
{
    eval('class TokenEvent extends \App\WebSocket\WebSocketEvent
    {
        protected function customHandShake(\swoole_http_request $request, \swoole_http_response $response): bool
        {
            return ($request->get["token"] ?? null) === "secret";
        }
    }');
}

$server = new EasySwoole\WebSocketServer('127.0.0.1', 0);
$register = $server->getEventRegister();
run_server($server, function (int $port) {
    $c = new WebSocketClient($port);
    $c->send(WebSocketClient::upgradeRequest('/?token=wrong'));
    echo $c->readResponse(), "\n";
    $c->expectEof();

    $c = WebSocketClient::open($port, '/?token=secret');
    echo $c->response->status, "\n";
}, [
    'start' => function (EasySwoole\WebSocketServer $server) use ($register) {
        define_seed_rest();
        define_seed_event(false);
        define_seed_boot();
        define_rule();
        EasySwoole\EasySwoole\EasySwooleEvent::mainServerCreate($register);
        $register->set($register::onHandShake, function ($request, $response) {
            var_dump((new TokenEvent())->onHandShake($request, $response));
        });
        return EasySwoole\EasySwoole\ServerManager::getInstance()->start();
    },
]);
?>
--EXPECT--
200 OK
101
bool(false)
string(22) "shake success at fd :2"
bool(true)
