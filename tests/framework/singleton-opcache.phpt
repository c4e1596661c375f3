--TEST--
Component\Singleton: classes that use the trait survive opcache
--EXTENSIONS--
easyswoole
--FILE--
<?php
$code = __DIR__ . '/singleton-opcache-classes.inc';
$load = function_exists('opcache_get_status') ? '' : ' -d zend_extension=opcache';
$php = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . $load .
    ' -d opcache.enable=1 -d opcache.enable_cli=1 ';

echo shell_exec("$php $code");
?>
--EXPECT--
bool(true)
int(1)
int(2)
int(1)
int(4)
bool(true)
int(4)
bool(true)
int(4)
bool(true)
