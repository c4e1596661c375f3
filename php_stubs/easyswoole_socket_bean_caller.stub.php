<?php

/** @generate-class-entries */

namespace EasySwoole\Socket\Bean {

    /**
     * What a message asks for: controller, action, arguments. See spec section 6.2.
     */
    class Caller
    {
        /**
         * Arguments of the action, in the parser's terms.
         *
         * @var mixed
         */
        private $args = [];

        /**
         * Name of a Controller class.
         *
         * @var mixed
         */
        private $controllerClass = null;

        /**
         * Name of a public method of the controller.
         *
         * @var mixed
         */
        private $action = null;

        /**
         * Who sent the message.
         *
         * @var mixed
         */
        private $client;

        /**
         * The arguments of the action.
         */
        public function getArgs(): array
        {
        }

        /**
         * Sets the arguments of the action.
         */
        public function setArgs(array $args): void
        {
        }

        /**
         * The controller's class name.
         */
        public function getControllerClass(): ?string
        {
        }

        /**
         * Sets the controller's class name.
         */
        public function setControllerClass(?string $controllerClass): void
        {
        }

        /**
         * The action's name.
         */
        public function getAction(): ?string
        {
        }

        /**
         * Sets the action's name.
         */
        public function setAction(?string $action): void
        {
        }

        /**
         * Who sent the message.
         *
         * @return mixed a Client\WebSocket, Client\Tcp or Client\Udp; null before dispatch() has set it
         */
        public function getClient()
        {
        }

        /**
         * Sets who sent the message; dispatch() does it after decode().
         *
         * @param mixed $client
         */
        public function setClient($client): void
        {
        }
    }
}
