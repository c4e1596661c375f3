--TEST--
Timer without a server: exit(), fatal errors, uncaught exceptions of the script
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$start = '<?php
    register_shutdown_function(fn () => print("shutdown\n"));
    Swoole\Timer::tick(1, fn () => print("")); ';
$codes = [
    'exit' => 'Swoole\Timer::after(2, function () { try { exit(7); } finally { echo "no finally\n"; } }); echo "end\n";',
    'exit in wait' => 'Swoole\Timer::after(2, fn () => exit(7)); Swoole\Event::wait(); echo "not here\n";',
    'exit in the script' => 'Swoole\Timer::after(2, function () { echo "still\n"; Swoole\Timer::clearAll(); }); exit(7);',
    'fatal' => 'Swoole\Timer::after(2, fn () => eval("function strlen() {}")); echo "end\n";',
    'fatal in wait' => 'Swoole\Timer::after(2, fn () => trigger_error("user", E_USER_ERROR)); Swoole\Event::wait(); echo "not here\n";',
    'uncaught' => 'throw new Exception("of the script");',
    'event exit' => 'Swoole\Timer::after(2, function () { Swoole\Event::exit(); echo "goes on\n"; }); Swoole\Event::wait();
        echo "left ", Swoole\Timer::stats()["num"], "\n"; Swoole\Timer::after(1, fn () => print("new\n"));',
];
foreach ($codes as $name => $code) {
    [$status, $output] = run_php($start . $code);
    if (str_starts_with($name, 'fatal') && $status === 99 && !preg_match('~ in \w+ src/~', $output)) {
        // A sanitizer: what PHP itself leaves behind after a fatal error.
        $status = 255;
        $output = preg_replace('~\n?^=+\n==\d+==ERROR: LeakSanitizer.*?^SUMMARY:[^\n]*\n~ms', '', $output);
    }
    echo "-- $name: $status\n", preg_replace('~ in /\S+(:\d+)?( on line \d+)?~', '', preg_replace('~^(Stack trace|#\d|  thrown).*\n~m', '', $output));
}
?>
--EXPECTF--
-- exit: 7
end
shutdown
-- exit in wait: 7
shutdown
-- exit in the script: 7
shutdown
still
-- fatal: 255
end
shutdown

Fatal error: %s
-- fatal in wait: 255

Fatal error: user
shutdown
-- uncaught: 255

Fatal error: Uncaught Exception: of the script
shutdown
-- event exit: 0
goes on
left 0
shutdown
new
