--TEST--
Table: many processes write at once, some are killed meanwhile; no row is torn, no sum is lost, nobody is blocked
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/time.inc';

const WRITERS = 3, ROUNDS = 3000;

$t = new Swoole\Table(256);
$t->column('n', Swoole\Table::TYPE_INT);
$t->column('text', Swoole\Table::TYPE_STRING, 300);
$t->column('half', Swoole\Table::TYPE_FLOAT);
$t->create();
$sums = new Swoole\Table(64);
$sums->column('n', Swoole\Table::TYPE_INT);
$sums->column('f', Swoole\Table::TYPE_FLOAT);
$sums->create();

function row(int $n): array
{
    return ['n' => $n, 'text' => str_repeat(chr(97 + $n % 26), $n % 300), 'half' => $n * 0.5];
}

function child(Closure $work): int
{
    $pid = pcntl_fork();
    if ($pid === 0) {
        pcntl_alarm(60 * time_factor());
        $work();
        exit(0);
    }
    return $pid;
}

$writer = fn (int $rounds) => function () use ($t, $rounds) {
    for ($i = 0; $i < $rounds; $i++) {
        $key = mt_rand(0, 15);
        mt_rand(0, 9) === 0 ? $t->del($key) : $t->set($key, row(mt_rand(0, 100000)));
    }
};
$pids = [];
for ($w = 0; $w < WRITERS; $w++) {
    $pids[] = child($writer(ROUNDS));
    $pids[] = child(function () use ($sums) {
        for ($i = 0; $i < ROUNDS; $i++) {
            $sums->incr("k$i", 'n');
            $sums->incr('all', 'n', 2);
            $sums->decr('all', 'f', 0.5);
            $sums->del("k$i");
        }
    });
}
$victims = 0;
$torn = 0;
while ($pids) {
    $victim = child($writer(PHP_INT_MAX));
    for ($i = 0; $i < 300; $i++) {
        $row = $t->get((string) ($i % 16));
        $torn += $row && $row !== row($row['n']);
    }
    posix_kill($victim, SIGKILL);
    pcntl_waitpid($victim, $status);
    $victims++;
    foreach ($pids as $i => $pid) {
        if (pcntl_waitpid($pid, $status, WNOHANG) === $pid) {
            unset($pids[$i]);
            echo $status === 0 ? '' : "a writer ended with $status\n";
        }
    }
}
var_dump($victims > 0, $torn);
foreach ($t as $key => $row) {
    $torn += $row !== row($row['n']);
}
var_dump($torn, count($t) === count(iterator_to_array($t)), count($t) <= 16);
echo json_encode($sums->get('all')), ' ', count($sums), "\n";

// No slot is lost: all of them can be used.
for ($i = 0; count($t) < $t->stats()['total_slice_num']; $i++) {
    $t->set("fill $i", row($i)) or exit("full at $i\n");
}
var_dump($t->stats()['available_slice_num']);
?>
--EXPECT--
bool(true)
int(0)
int(0)
bool(true)
bool(true)
{"n":18000,"f":-4500} 1
int(0)
