--TEST--
Lock: one process excludes the others; one that dies loses its lock
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
use Swoole\Lock;

require __DIR__ . '/../inc/time.inc';

/** A child that takes the lock and keeps it. */
function holder(callable $take): int
{
    [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $pid = pcntl_fork();
    if ($pid === 0) {
        pcntl_alarm(60 * time_factor());
        fwrite($theirs, $take() ? 'y' : 'n');
        fread($theirs, 1);
        exit(1);
    }
    if (fread($ours, 1) !== 'y') {
        echo "the child did not get the lock\n";
    }
    $GLOBALS['sockets'][] = $ours;
    return $pid;
}

function end_of(int $pid): void
{
    posix_kill($pid, SIGKILL);
    pcntl_waitpid($pid, $status);
}

foreach ([Lock::MUTEX, Lock::RWLOCK, Lock::SPINLOCK] as $type) {
    echo "-- $type\n";
    $l = new Lock($type);
    $pid = holder($l->lock(...));
    var_dump($l->trylock(), $l->trylock_read(), $l->lockwait(0.02), $l->errCode === 110, $l->unlock());
    end_of($pid);
    var_dump($l->lock(), $l->unlock());

    $n = new Swoole\Table(64);
    $n->column('n', Swoole\Table::TYPE_INT);
    $n->create();
    $n->set('n', ['n' => 0]);
    $pids = [];
    for ($i = 0; $i < 3; $i++) {
        $pids[] = $pid = pcntl_fork();
        if ($pid === 0) {
            pcntl_alarm(60 * time_factor());
            for ($j = 0; $j < 500; $j++) {
                $l->lock();
                $n->set('n', ['n' => $n->get('n', 'n') + 1]);
                $l->unlock();
            }
            exit(0);
        }
    }
    foreach ($pids as $pid) {
        pcntl_waitpid($pid, $status);
    }
    var_dump($n->get('n', 'n'));
}
echo "-- readers\n";
$l = new Lock(Lock::RWLOCK);
$first = holder($l->lock_read(...));
$second = holder(fn () => $l->lock(LOCK_SH));
var_dump($l->trylock_read(), $l->unlock(), $l->trylock(), $l->errCode === 16);
end_of($first);
var_dump($l->trylock());
end_of($second);
var_dump($l->lock(), $l->unlock());
?>
--EXPECT--
-- 3
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)
bool(true)
int(1500)
-- 1
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)
bool(true)
int(1500)
-- 5
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)
bool(true)
int(1500)
-- readers
bool(true)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(true)
