<?php

/** @generate-class-entries */

namespace EasySwoole\Socket\Client {

    /**
     * The sender of a datagram. See spec section 6.2.
     */
    class Udp
    {
        /**
         * The server's socket the datagram came in by.
         *
         * @var mixed
         */
        private $server_socket = -1;

        /**
         * The sender's address.
         *
         * @var mixed
         */
        private $address;

        /**
         * The sender's port.
         *
         * @var mixed
         */
        private $port;

        /**
         * Names a peer.
         *
         * @param mixed $serSock
         * @param mixed $address
         * @param mixed $port
         */
        public function __construct($serSock, $address, $port)
        {
        }

        /**
         * The server's socket the datagram came in by.
         *
         * @return mixed
         */
        public function getServerSocket()
        {
        }

        /**
         * Sets the server's socket.
         *
         * @param mixed $server_socket
         * @return mixed nothing
         */
        public function setServerSocket($server_socket)
        {
        }

        /**
         * The sender's address.
         *
         * @return mixed
         */
        public function getAddress()
        {
        }

        /**
         * Sets the sender's address.
         *
         * @param mixed $address
         * @return mixed nothing
         */
        public function setAddress($address)
        {
        }

        /**
         * The sender's port.
         *
         * @return mixed
         */
        public function getPort()
        {
        }

        /**
         * Sets the sender's port.
         *
         * @param mixed $port
         * @return mixed nothing
         */
        public function setPort($port)
        {
        }
    }
}
