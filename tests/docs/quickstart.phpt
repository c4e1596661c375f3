--TEST--
The README's server: runs as printed, and examples/quickstart.php is the same
--EXTENSIONS--
easyswoole
--SKIPIF--
<?php
if (!function_exists('proc_open')) die('skip needs proc_open()');
?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

preg_match('~^## A server in 30 lines$.*?^```php\n(.*?)^```$~ms', file_get_contents(source_dir() . '/README.md'), $match);
$code = $match[1];
echo substr_count($code, "\n"), " lines\n";
var_dump($code === file_get_contents(source_dir() . '/examples/quickstart.php'));

$file = tempnam(sys_get_temp_dir(), 'easyswoole');
file_put_contents($file, $code);
$command = 'exec ' . getenv('TEST_PHP_EXECUTABLE') . ' -n ' . getenv('TEST_PHP_EXTRA_ARGS') . ' ' . escapeshellarg($file) . ' 0 2>&1';
$process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w']], $pipes);
try {
    $line = fgets($pipes[1]);
    if (!preg_match('~^listening on http://127\.0\.0\.1:(\d+)/$~m', $line, $match)) {
        throw new Exception("the server said: $line" . stream_get_contents($pipes[1]));
    }
    $port = (int) $match[1];

    $alice = WebSocketClient::open($port);
    echo 'alice: ', $alice->readFrame(), "\n";
    $bob = WebSocketClient::open($port);
    echo 'bob: ', $bob->readFrame(), "\n";
    $alice->text('hello, bob');
    echo 'alice: ', $alice->readFrame(), "\n", 'bob: ', $bob->readFrame(), "\n";
    $bob->binary("\xff");
    echo 'alice: ', $alice->readFrame(), "\n", 'bob: ', $bob->readFrame(), "\n";

    $http = new WebSocketClient($port);
    $response = $http->request('GET', '/some/where?x');
    echo $response->header('Content-Type'), ' ', $response;
    $http->disconnect();

    $alice->close(1000, 'bye');
    $alice->expectClose(1000, 'bye');
    $alice->expectEof();
    echo fgets($pipes[1]);

    proc_terminate($process, 15);
    $bob->expectClose(1001);
    $bob->close(1001);
    $bob->expectEof();
    echo stream_get_contents($pipes[1]);
} finally {
    proc_terminate($process, 15);
    echo 'exit status ', proc_close($process), "\n";
    unlink($file);
}
?>
--EXPECT--
30 lines
bool(true)
alice: text "welcome, you are number 1"
bob: text "welcome, you are number 2"
alice: text "1: hello, bob"
bob: text "1: hello, bob"
alice: binary "2: \377"
bob: binary "2: \377"
text/plain; charset=utf-8 200 OK "you asked for /some/where
"1 has left, code 1000, closed by: client
2 has left, code 1001, closed by: shutdown
exit status 0
