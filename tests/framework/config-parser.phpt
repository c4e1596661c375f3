--TEST--
Socket\Config: a parser is an object or a class name, which is made once
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\Socket\AbstractInterface\ParserInterface;
use EasySwoole\Socket\Config;

$config = new Config();
$parser = new DotParser();
$config->setParser($parser);
var_dump($config->getParser() === $parser);

$config->setParser('DotParser');
$made = $config->getParser();
var_dump($made instanceof DotParser, $made !== $parser, $config->getParser() === $made);

foreach (['NoSuchClass', stdClass::class, new stdClass(), 42, null, []] as $wrong) {
    attempt(fn () => $config->setParser($wrong));
}
var_dump($config->getParser() === $made);

spl_autoload_register(function ($class) {
    throw new DomainException("no $class today");
});
attempt(fn () => $config->setParser('Elsewhere'));

// An interface name passes the check, as it does by reflection, and fails when an object is wanted.
$config->setParser(ParserInterface::class);
attempt(fn () => $config->getParser());
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
EasySwoole\Socket\Exception\Exception: Class "NoSuchClass" does not exist
EasySwoole\Socket\Exception\Exception: parser not a instance of ParserInterface: class "stdClass"
EasySwoole\Socket\Exception\Exception: parser not a instance of ParserInterface
EasySwoole\Socket\Exception\Exception: parser not a instance of ParserInterface
EasySwoole\Socket\Exception\Exception: parser not a instance of ParserInterface
EasySwoole\Socket\Exception\Exception: parser not a instance of ParserInterface
bool(true)
EasySwoole\Socket\Exception\Exception: no Elsewhere today
Error: Cannot instantiate interface EasySwoole\Socket\AbstractInterface\ParserInterface
