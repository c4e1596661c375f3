--TEST--
The extension is loaded and says which version it is
--FILE--
<?php
// Deliberately no SKIPIF: if the .so cannot be loaded, every other test might merely be skipped.
var_dump(extension_loaded('easyswoole'));
var_dump(phpversion('easyswoole'));
?>
--EXPECTREGEX--
bool\(true\)
string\(\d+\) "\d+\.\d+\.\d+(-dev)?"
