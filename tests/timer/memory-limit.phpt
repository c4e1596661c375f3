--TEST--
Timer without a server: memory_limit in a callback ends the script
--SKIPIF--
<?php
require __DIR__ . '/../inc/skipif.inc';
if (getenv('USE_ZEND_ALLOC') === '0') die('skip needs memory_limit');
?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

[$status, $output] = run_php('<?php
    register_shutdown_function(fn () => print("shutdown\n"));
    Swoole\Timer::tick(1, fn () => str_repeat("x", 64 << 20));
    echo "end\n";', [], '-d memory_limit=16M');
echo "$status\n$output";
?>
--EXPECTF--
255
end
shutdown

Fatal error: Allowed memory size of 16777216 bytes exhausted (tried to allocate %d bytes) in %s on line %d
