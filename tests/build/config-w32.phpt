--TEST--
config.w32 builds the same sources as config.m4, and all there are
--SKIPIF--
<?php
require __DIR__ . '/../inc/server.inc';
if (!exec('command -v node')) {
    die('skip needs node');
}
if (!is_file(source_dir() . '/config.w32')) {
    die('skip the source tree is not there (EASYSWOOLE_SOURCE)');
}
?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

passthru('node ' . escapeshellarg(__DIR__ . '/config-w32.mjs') . ' ' . escapeshellarg(source_dir()), $status);
var_dump($status);
?>
--EXPECTF--
config.w32: %d sources, as in config.m4 and in src/
int(0)
