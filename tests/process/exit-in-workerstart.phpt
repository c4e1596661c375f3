--TEST--
A worker that ends in onWorkerStart is started again and again, but less and less often; the others serve
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

foreach (['exit', 'stop', 'fatal'] as $how) {
    $output = run_server(function () use ($how) {
        $server = calling_server([], ['worker_num' => 1, 'task_worker_num' => 1, 'log_level' => SWOOLE_LOG_ERROR]);
        $server->on('workerStart', static function ($server, $id) use ($how) {
            if ($id === 1) {
                echo "started\n";
                match ($how) {
                    'exit' => exit(7),
                    'stop' => $server->stop(),
                    'fatal' => trigger_error('fatal', E_USER_ERROR),
                };
            }
        });
        $server->on('workerError', static function ($server, $id, $pid, $code, $signal) {
            echo "workerError $id " . exit_code($code) . " $signal\n";
        });
        return $server;
    }, function (int $port) {
        $c = WebSocketClient::open($port);
        // Delays are 0, 0.1, 0.2, 0.4, …: within a second and a half there are five starts, and not more than six.
        $end = microtime(true) + 1.5;
        while (microtime(true) < $end) {
            call($c, 'id');
            usleep(10000);
        }
        leave($c);
    }, ['print' => false]);
    $starts = substr_count($output, 'started');
    $errors = substr_count($output, ['exit' => 'workerError 1 7 0', 'stop' => 'workerError', 'fatal' => 'workerError 1 255 0'][$how]);
    echo $how, ': ', $starts > 2 && $starts <= 7 ? 'some' : $starts, ', errors: ', $errors === 0 ? 'none' : ($errors >= $starts - 1 ? 'each' : $errors), "\n";
}
?>
--EXPECT--
exit: some, errors: each
stop: some, errors: none
fatal: some, errors: each
