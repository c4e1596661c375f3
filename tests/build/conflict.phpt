--TEST--
Loading together with swoole or openswoole fails with one clear line, in either order
--SKIPIF--
<?php
if (!exec('command -v cc') || !exec('command -v php-config')) {
    die('skip needs a C compiler and php-config');
}
if (getenv('SKIP_ASAN')) {
    die('skip PHP frees nothing when it cannot start, which LeakSanitizer reports');
}
?>
--FILE--
<?php
/** Builds an extension of the given name that does nothing. */
function fake_extension(string $name, string $dir): string
{
    file_put_contents("$dir/$name.c", <<<C
        #include "php.h"
        #ifdef ZTS
        ZEND_TSRMLS_CACHE_DEFINE()
        #endif
        static PHP_MINIT_FUNCTION(fake)
        {
            return SUCCESS;
        }
        zend_module_entry fake_module_entry = {
            STANDARD_MODULE_HEADER, "$name", NULL, PHP_MINIT(fake), NULL, NULL, NULL, NULL, "5.0.0", STANDARD_MODULE_PROPERTIES};
        ZEND_GET_MODULE(fake)
        C);
    exec("cc -shared -fPIC -DCOMPILE_DL_FAKE=1 $(php-config --includes) -o $dir/$name.so $dir/$name.c 2>&1", $output, $status);
    if ($status !== 0) {
        die(implode("\n", $output));
    }
    return "$dir/$name.so";
}

$dir = tempnam(sys_get_temp_dir(), 'easyswoole');
unlink($dir);
mkdir($dir);
$php = getenv('TEST_PHP_EXECUTABLE') . ' -n -d display_errors=stderr -d html_errors=0 -d log_errors=0';
preg_match('/extension=(\S*easyswoole\S*)/', getenv('TEST_PHP_EXTRA_ARGS'), $m);
$ours = trim($m[1], '"\'');

foreach (['swoole', 'openswoole'] as $name) {
    $theirs = fake_extension($name, $dir);
    foreach ([[$theirs, $ours], [$ours, $theirs]] as [$first, $second]) {
        $code = escapeshellarg('echo "easyswoole ", extension_loaded("easyswoole") ? "loaded" : "not loaded", PHP_EOL;');
        $output = [];
        exec("$php -d extension=$first -d extension=$second -r $code 2>&1 </dev/null", $output, $status);
        echo $name, $first === $ours ? ' second:' : ' first:', "\n  ", implode("\n  ", array_filter($output)), "\n"; // PHP precedes messages with an empty line
        echo $status === 0 ? "  PHP goes on\n" : "  PHP does not start\n";
    }
}
array_map('unlink', glob("$dir/*"));
rmdir($dir);
?>
--EXPECT--
swoole first:
  Fatal error: Cannot load module "easyswoole" together with "swoole": both define the Swoole classes in Unknown on line 0
  PHP does not start
swoole second:
  Fatal error: Cannot load module "easyswoole" together with "swoole": both define the Swoole classes in Unknown on line 0
  PHP does not start
openswoole first:
  Fatal error: Cannot load module "easyswoole" together with "openswoole": both define the Swoole classes in Unknown on line 0
  PHP does not start
openswoole second:
  Fatal error: Cannot load module "easyswoole" together with "openswoole": both define the Swoole classes in Unknown on line 0
  PHP does not start
