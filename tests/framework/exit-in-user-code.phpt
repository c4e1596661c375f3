--TEST--
Dispatcher: exit() in a parser or controller ends the script and nothing else runs
--EXTENSIONS--
easyswoole
--FILE--
<?php
$php = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . ' ' . __DIR__ . '/exit-in-user-code.inc ';
foreach (['decode', 'encode', 'onRequest', 'action', 'onException', 'afterAction', 'afterAction while throwing', 'handler', 'constructor'] as $where) {
    exec($php . escapeshellarg($where), $output, $status);
    echo implode("\n", $output), "\n$where: status $status\n";
    $output = [];
}
?>
--EXPECT--
shutdown function
decode: status 3
afterAction
shutdown function
encode: status 3
shutdown function
onRequest: status 3
shutdown function
action: status 3
shutdown function
onException: status 3
afterAction
shutdown function
afterAction: status 3
afterAction
shutdown function
afterAction while throwing: status 3
afterAction
shutdown function
handler: status 3
shutdown function
constructor: status 3
