--TEST--
Dispatcher: no parser, unknown type, constructor not called
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\Socket\Config;
use EasySwoole\Socket\Dispatcher;

attempt(fn () => new Dispatcher(new Config()));

$server = new RecordingServer();
attempt(fn () => dispatcher('HTTP')->dispatch($server, 'x', frame()));

$config = new Config();
$config->setParser(DotParser::class);
attempt(fn () => (new Dispatcher($config))->dispatch($server, 'x', frame()));

class Lazy extends Dispatcher
{
    public function __construct()
    {
    }
}
attempt(fn () => (new Lazy())->dispatch($server, 'x', frame()));
?>
--EXPECT--
Exception: Package parser is required
Exception: dispatcher type error : HTTP
Exception: dispatcher type error : 
Error: The constructor of EasySwoole\Socket\Dispatcher was not called
