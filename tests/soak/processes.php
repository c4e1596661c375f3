<?php
// The server of ./dev soak: many workers, whose generation can be told from their answers.
//     php processes.php [port] [host] [workers]

$server = new Swoole\WebSocket\Server($argv[2] ?? '127.0.0.1', (int) ($argv[1] ?? 0), SWOOLE_PROCESS);
$server->set(['worker_num' => (int) ($argv[3] ?? 4), 'task_worker_num' => 1, 'max_wait_time' => 5, 'log_level' => SWOOLE_LOG_NONE]);
$opened = new Swoole\Atomic();
$closed = new Swoole\Atomic();

$server->on('start', fn ($server) => print("listening on http://$server->host:$server->port/\n"));
$server->on('open', fn () => $opened->add());
$server->on('close', function ($server, $fd) use ($closed) {
    if ($server->getClientInfo($fd)['websocket_status'] === WEBSOCKET_STATUS_FRAME) {
        $closed->add();
    }
});
$server->on('message', function ($server, $frame) use ($opened, $closed) {
    match ($frame->data[0]) {
        'e' => $server->push($frame->fd, $frame->data), // echo
        'b' => broadcast($server, $frame->data),        // from this worker to everybody
        't' => $server->task($frame->data),             // … from the task worker
        'w' => $server->push($frame->fd, json_encode([
            'pid' => getmypid(),
            'opened' => $opened->get(),
            'closed' => $closed->get(),
            'connections' => count($server->connections),
            'workers' => array_map(fn ($i) => $server->getWorkerPid($i), range(0, $server->setting['worker_num'] - 1)),
        ])),
    };
});
$server->on('task', fn ($server, $id, $from, $data) => broadcast($server, $data));
$server->on('finish', fn () => null);
$server->start();

function broadcast(Swoole\WebSocket\Server $server, string $data): void
{
    foreach ($server->connections as $fd) {
        if ($server->isEstablished($fd)) {
            $server->push($fd, $data);
        }
    }
}
