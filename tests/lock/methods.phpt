--TEST--
Lock: every method in one process; errCode
--EXTENSIONS--
easyswoole
--FILE--
<?php
use Swoole\Lock;

foreach ([Lock::MUTEX, Lock::RWLOCK, Lock::SPINLOCK] as $type) {
    echo "-- $type\n";
    $l = new Lock($type);
    var_dump($l->errCode, $l->unlock(), $l->errCode === 1); // EPERM
    var_dump($l->lock(), $l->lock(), $l->errCode === 35, $l->trylock(), $l->lockwait(0.01), $l->unlock()); // EDEADLK
    var_dump($l->lock(LOCK_EX | LOCK_NB), $l->unlock(), $l->lock(LOCK_EX, 0.5), $l->unlock(), $l->lockwait(), $l->unlock());
    var_dump($l->lock_read(), $l->trylock_read() === ($type === Lock::RWLOCK), $l->unlock());
    $type === Lock::RWLOCK && $l->unlock();
    var_dump($l->lock(LOCK_SH), $l->unlock(), $l->trylock());
    $l->destroy();
    var_dump($l->trylock(), $l->errCode === 22); // EINVAL
}
echo "--\n";
var_dump((new Lock())->lock(), Lock::FILELOCK, Lock::SEM, new swoole_lock() instanceof Lock);
foreach ([fn () => new Lock(Lock::SEM), fn () => new Lock(99), fn () => (new Lock())->lock(77), fn () => clone new Lock(),
    fn () => (new Lock())->__construct()] as $wrong) {
    try {
        $wrong();
    } catch (Throwable $e) {
        echo $e::class, ': ', $e->getMessage(), ' (', $e->getCode(), ")\n";
    }
}
?>
--EXPECT--
-- 3
int(0)
bool(false)
bool(true)
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
-- 1
int(0)
bool(false)
bool(true)
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
-- 5
int(0)
bool(false)
bool(true)
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
--
bool(true)
int(2)
int(4)
bool(true)
Swoole\Exception: lock type[4] is not support (-2)
Swoole\Exception: lock type[99] is not support (-2)
ValueError: Swoole\Lock::lock(): Argument #1 ($operation) must be LOCK_EX or LOCK_SH, with LOCK_NB or without (0)
Error: Trying to clone an uncloneable object of class Swoole\Lock (0)
Error: Constructor of Swoole\Lock can only be called once (0)
