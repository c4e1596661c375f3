<?php

/** @generate-class-entries */

namespace Swoole {

    /**
     * A lock between the processes of a server: make it before start(). A process that dies with it loses it. Do not hold it
     * longer than for a moment: who waits for it serves nobody. See spec section 7.3.
     *
     * @not-serializable
     */
    class Lock
    {
        /**
         * Many may read, or one may write.
         *
         * @var int
         * @cvalue ES_LOCK_RWLOCK
         */
        const RWLOCK = UNKNOWN;

        /**
         * Of Swoole 4; there is no such lock here.
         *
         * @var int
         */
        const FILELOCK = 2;

        /**
         * @var int
         * @cvalue ES_LOCK_MUTEX
         */
        const MUTEX = UNKNOWN;

        /**
         * Of Swoole 4; there is no such lock here.
         *
         * @var int
         */
        const SEM = 4;

        /**
         * A mutex that tries for a while before it sleeps.
         *
         * @var int
         * @cvalue ES_LOCK_SPINLOCK
         */
        const SPINLOCK = UNKNOWN;

        /**
         * errno of the last method that returned false.
         *
         * @var int
         */
        public $errCode = 0;

        /**
         * @param int    $type     Lock::MUTEX, Lock::RWLOCK or Lock::SPINLOCK
         * @param string $filename not used
         * @throws \Swoole\Exception an unknown type, or no memory
         */
        public function __construct(int $type = \Swoole\Lock::MUTEX, string $filename = '')
        {
        }

        /**
         * Takes the lock.
         *
         * @param int   $operation LOCK_EX, or LOCK_SH to read with RWLOCK; with LOCK_NB it does not wait
         * @param float $timeout   seconds; negative: waits for ever
         * @return bool false with errCode: EBUSY or ETIMEDOUT, EDEADLK when this process has it already
         */
        public function lock(int $operation = LOCK_EX, float $timeout = -1): bool
        {
        }

        /**
         * Takes the lock within some time.
         *
         * @param float $timeout seconds
         */
        public function lockwait(float $timeout = 1.0): bool
        {
        }

        /** Takes the lock if nobody has it. */
        public function trylock(): bool
        {
        }

        /** Takes the lock to read. */
        public function lock_read(): bool
        {
        }

        /** Takes the lock to read if nobody writes. */
        public function trylock_read(): bool
        {
        }

        /**
         * Lets go of the lock.
         *
         * @return bool false with errCode EPERM when this process does not have it
         */
        public function unlock(): bool
        {
        }

        /** Gives up this process's view of the lock; other processes keep theirs. */
        public function destroy(): void
        {
        }
    }
}
