--TEST--
broadcast() from workers and a task worker: every client of every worker gets each once, in the order of its sender
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(fn () => calling_server([
    'say' => fn ($server, $fd, $text, $except = []) => $server->broadcast($text, except: $except),
    'many' => fn ($server, $fd, $name) => array_sum(array_map(fn ($i) => $server->broadcast("$name$i"), range(0, 99))),
    'large' => fn ($server, $fd, $size) => $server->broadcast(str_repeat('x', $size)),
    'task' => fn ($server, $fd, $name, ...$arguments) => $server->taskwait([$name, $fd, $arguments], 5),
], ['worker_num' => 3, 'task_worker_num' => 1]), function (int $port) {
    $clients = client_of_each_worker($port, 3);
    [$a, $b, $c] = $clients;
    $everyone = fn () => implode(', ', array_map(pushed(...), $clients));
    echo call($a, 'say', 'hello'), ': ', $everyone(), "\n";
    echo call($b, 'task', 'say', 'from a task'), ': ', $everyone(), "\n";
    echo call($a, 'say', 'but a and b', [call($a, 'fd'), call($b, 'fd')]), ': ', pushed($c), "\n";
    echo call($c, 'task', 'say', 'but c', [call($c, 'fd')]), ': ', pushed($a), ', ', pushed($b), "\n";
    echo call($c, 'large', 3000000), ': ', implode(' ', array_map(fn ($client) => strlen(pushed($client)->payload), $clients)), "\n";

    // Three senders at the same time.
    foreach (['a' => $a, 'b' => $b] as $name => $client) {
        $client->text(json_encode(['many', [$name]]));
    }
    $c->text(json_encode(['task', ['many', 't']]));
    echo result($a), ' ', result($b), ' ', result($c), "\n";
    foreach ($clients as $client) {
        $next = ['a' => 0, 'b' => 0, 't' => 0];
        for ($i = 0; $i < 300; $i++) {
            $text = pushed($client)->payload;
            (int) substr($text, 1) === $next[$text[0]]++ || print("out of order: $text\n");
        }
        echo json_encode($next), "\n";
    }
});
?>
--EXPECT--
3: text "hello", text "hello", text "hello"
3: text "from a task", text "from a task", text "from a task"
1: text "but a and b"
2: text "but c", text "but c"
3: 3000000 3000000 3000000
300 300 300
{"a":100,"b":100,"t":100}
{"a":100,"b":100,"t":100}
{"a":100,"b":100,"t":100}
