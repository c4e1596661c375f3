--TEST--
addProcess(): runs beside the workers, pushes to every client, has a pipe to them, and is started again when it ends
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$process = new Swoole\Process(function (Swoole\Process $process) use ($server) {
    while (($message = $process->read()) !== false && $message !== 'end') {
        foreach ($server->connections as $fd) {
            if ($server->isEstablished($fd)) {
                $server->push($fd, "$message from process $process->id; " . json_encode([$server->worker_id, getmypid() === $process->pid,
                    $server->getClientInfo($fd)['websocket_status'], $server->master_pid !== getmypid()]));
            }
        }
    }
});
var_dump($server->addProcess($process));
var_dump($server->addProcess(new Swoole\Process(fn ($process) => $process->read())), $process->id);
$server->on('message', fn ($server, $frame) => $process->write($frame->data));
run_server($server, function (int $port) {
    $one = WebSocketClient::open($port);
    $two = WebSocketClient::open($port);
    for ($i = 0; $i < 3; $i++) {
        $one->text('hello');
        echo $one->readFrame(), "\n", $two->readFrame(), "\n";
        $two->text('end'); // it ends, and another one reads what comes next
    }
});
?>
--EXPECT--
int(0)
int(1)
int(0)
text "hello from process 1; [-1,true,3,true]"
text "hello from process 1; [-1,true,3,true]"
text "hello from process 1; [-1,true,3,true]"
text "hello from process 1; [-1,true,3,true]"
text "hello from process 1; [-1,true,3,true]"
text "hello from process 1; [-1,true,3,true]"
