<?php

/** @generate-class-entries */

namespace EasySwoole\EasySwoole\Swoole {

    /**
     * Callbacks by event, for the events that are named by its constants. See spec section 6.6.
     */
    class EventRegister extends \EasySwoole\Component\MultiContainer
    {
        /** @var string */
        const onStart = 'start';

        /** @var string */
        const onShutdown = 'shutdown';

        /** @var string */
        const onWorkerStart = 'workerStart';

        /** @var string */
        const onWorkerStop = 'workerStop';

        /** @var string */
        const onWorkerExit = 'workerExit';

        /** @var string */
        const onTimer = 'timer';

        /** @var string */
        const onConnect = 'connect';

        /** @var string */
        const onReceive = 'receive';

        /** @var string */
        const onPacket = 'packet';

        /** @var string */
        const onClose = 'close';

        /** @var string */
        const onBufferFull = 'bufferFull';

        /** @var string */
        const onBufferEmpty = 'bufferEmpty';

        /** @var string */
        const onTask = 'task';

        /** @var string */
        const onFinish = 'finish';

        /** @var string */
        const onPipeMessage = 'pipeMessage';

        /** @var string */
        const onWorkerError = 'workerError';

        /** @var string */
        const onManagerStart = 'managerStart';

        /** @var string */
        const onManagerStop = 'managerStop';

        /** @var string */
        const onRequest = 'request';

        /** @var string */
        const onHandShake = 'handShake';

        /** @var string */
        const onMessage = 'message';

        /** @var string */
        const onOpen = 'open';

        /** @var string */
        const onDisconnect = 'disconnect';

        /** @var string */
        const onBeforeHandshakeResponse = 'beforeHandshakeResponse';

        /** @var string */
        const onBeforeShutdown = 'beforeShutdown';

        /** @var string */
        const onBeforeReload = 'beforeReload';

        /** @var string */
        const onAfterReload = 'afterReload';

        /**
         * Makes an empty register.
         *
         * @param array|null $allowKeys of no effect: the events are fixed
         */
        public function __construct(?array $allowKeys = null)
        {
        }

        /**
         * Adds a callback to an event.
         *
         * @param mixed $key  one of the constants
         * @param mixed $item a callable; checked only when the event fires
         * @return mixed $this; false, with a notice that names the event meant, when the key is none of the constants
         */
        public function add($key, $item)
        {
        }

        /**
         * Makes a callback the only one of an event.
         *
         * @param mixed $key  one of the constants
         * @param mixed $item a callable; checked only when the event fires
         * @return mixed $this; false, with a notice that names the event meant, when the key is none of the constants
         */
        public function set($key, $item)
        {
        }
    }
}
