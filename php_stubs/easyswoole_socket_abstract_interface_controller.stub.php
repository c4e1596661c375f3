<?php

/** @generate-class-entries */

namespace EasySwoole\Socket\AbstractInterface {

    /**
     * Base of an application's controllers: its public methods are the actions. A fresh object serves every message.
     * See spec section 6.4.
     */
    abstract class Controller
    {
        /**
         * The answer in the making.
         *
         * @var mixed
         */
        private $response;

        /**
         * What the parser made of the message.
         *
         * @var mixed
         */
        private $caller;

        /**
         * The server the message came in by.
         *
         * @var mixed
         */
        private $server;

        /**
         * Does nothing by itself; a subclass may override it, but takes no arguments either.
         */
        public function __construct()
        {
        }

        /**
         * Called instead of an action that does not exist, is not public or is a magic method.
         *
         * @return mixed ignored
         */
        protected function actionNotFound(?string $actionName)
        {
        }

        /**
         * Called last, whatever happened before.
         *
         * @return mixed ignored
         */
        protected function afterAction(?string $actionName)
        {
        }

        /**
         * Called with what onRequest(), the action, actionNotFound() or afterAction() threw. Throws it again.
         */
        protected function onException(\Throwable $throwable): void
        {
        }

        /**
         * Called first.
         *
         * @return bool false skips the action
         */
        protected function onRequest(?string $actionName): bool
        {
        }

        /**
         * The answer in the making. Throws an Error outside of the handling of a message.
         */
        protected function response(): \EasySwoole\Socket\Bean\Response
        {
        }

        /**
         * Sends to the client at once, past the parser's encode().
         *
         * @return mixed nothing
         */
        protected function responseImmediately(string $string)
        {
        }

        /**
         * What the parser made of the message. Throws an Error outside of the handling of a message.
         */
        protected function caller(): \EasySwoole\Socket\Bean\Caller
        {
        }

        /**
         * Serves one message: onRequest(), then the caller's action (the name is compared exactly, the action is called
         * without arguments) or actionNotFound(), then afterAction().
         *
         * @return mixed nothing
         */
        public function __hook(
            \Swoole\Server $server,
            \EasySwoole\Socket\Bean\Caller $request,
            \EasySwoole\Socket\Bean\Response $response
        ) {
        }
    }
}
