<?php

/** @generate-class-entries */

namespace EasySwoole\Socket\Client {

    /**
     * The sender of a TCP message. See spec section 6.2.
     */
    class Tcp
    {
        /**
         * Id of the reactor that serves the connection.
         *
         * @var mixed
         */
        protected $reactorId;

        /**
         * Session id of the connection.
         *
         * @var mixed
         */
        protected $fd;

        /**
         * Names a connection.
         *
         * @param mixed $fd
         * @param mixed $reactorId
         */
        public function __construct($fd = null, $reactorId = null)
        {
        }

        /**
         * Id of the reactor that serves the connection.
         *
         * @return mixed
         */
        public function getReactorId()
        {
        }

        /**
         * Sets the id of the reactor.
         *
         * @param mixed $reactorId
         * @return mixed nothing
         */
        public function setReactorId($reactorId)
        {
        }

        /**
         * Session id of the connection.
         *
         * @return mixed
         */
        public function getFd()
        {
        }

        /**
         * Sets the session id of the connection.
         *
         * @param mixed $fd
         * @return mixed nothing
         */
        public function setFd($fd)
        {
        }
    }
}
