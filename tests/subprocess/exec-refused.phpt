--TEST--
Process::exec() with something that is no string does not run the program
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
$process = new Swoole\Process(fn () => null);
try {
    $process->exec('/bin/echo', ['never seen', new stdClass()]);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
var_dump(@$process->exec('/no/such/program', [1, 2.5, 'x']));
?>
--EXPECT--
Object of class stdClass could not be converted to string
bool(false)
