<?php

/** @generate-class-entries */

namespace {

    /**
     * Swoole\Server.
     *
     * @var int
     */
    const EASYSWOOLE_SERVER = 1;

    /**
     * Swoole\Http\Server.
     *
     * @var int
     */
    const EASYSWOOLE_WEB_SERVER = 2;

    /**
     * Swoole\WebSocket\Server.
     *
     * @var int
     */
    const EASYSWOOLE_WEB_SOCKET_SERVER = 3;
}

namespace EasySwoole\EasySwoole {

    /**
     * Keeps the process's server, its further ports and their event registers. See spec section 6.7.
     */
    class ServerManager
    {
        /**
         * The one object.
         *
         * @var mixed
         */
        private static $instance;

        /**
         * The main server.
         *
         * @var mixed
         */
        private $swooleServer;

        /**
         * The main server's EventRegister.
         *
         * @var mixed
         */
        private $mainServerEventRegister;

        /**
         * Name to Swoole\Server\Port.
         *
         * @var mixed
         */
        private $subServer = [];

        /**
         * Name to what addServer() was given, and the EventRegister.
         *
         * @var mixed
         */
        private $subServerRegister = [];

        /**
         * Whether start() was called.
         *
         * @var mixed
         */
        private $isStart = false;

        /**
         * The one object, made at the first call.
         *
         * @param mixed $args for the constructor of a subclass
         * @return mixed
         */
        public static function getInstance(mixed ...$args)
        {
        }

        /**
         * Makes a manager with an empty main register.
         */
        public function __construct()
        {
        }

        /**
         * The main server or one of the ports of addServer().
         *
         * @return mixed null when it does not exist
         */
        public function getSwooleServer(?string $serverName = null)
        {
        }

        /**
         * Makes the main server and hands $setting to its set().
         *
         * @param mixed $port    port to listen on
         * @param mixed $type    EASYSWOOLE_SERVER, EASYSWOOLE_WEB_SERVER or EASYSWOOLE_WEB_SOCKET_SERVER
         * @param mixed $address address to listen on
         * @param array $setting settings
         * @param mixed $args    further arguments of the server's constructor: mode, socket type
         * @return bool false, with a warning, when the type is unknown
         */
        public function createSwooleServer($port, $type, $address = '0.0.0.0', array $setting = [], mixed ...$args): bool
        {
        }

        /**
         * Lets the main server listen on a further port. Throws an Error when there is no main server yet or when it
         * cannot listen there.
         *
         * @param string $serverName    name for getSwooleServer() and getEventRegister()
         * @param int    $port          port to listen on
         * @param int    $type          SWOOLE_SOCK_*: TCP
         * @param string $listenAddress address to listen on
         * @param array  $setting       settings of the port; empty: the main server's
         * @return Swoole\EventRegister for the port's callbacks
         */
        public function addServer(
            string $serverName,
            int $port,
            int $type = 1,
            string $listenAddress = '0.0.0.0',
            array $setting = []
        ): Swoole\EventRegister {
        }

        /**
         * The callbacks of the main server or of a port.
         *
         * @return Swoole\EventRegister|null null when there is no port of that name
         */
        public function getEventRegister(?string $serverName = null): ?Swoole\EventRegister
        {
        }

        /**
         * The callbacks of the main server.
         */
        public function getMainEventRegister(): Swoole\EventRegister
        {
        }

        /**
         * What addServer() was given, by name: port, listenAddress, type, setting, eventRegister.
         */
        public function getSubServerRegister(): array
        {
        }

        /**
         * Gives every registered callback to the server and starts it; returns when the server has ended. Throws an
         * Error when there is no server.
         *
         * @return mixed nothing
         */
        public function start()
        {
        }

        /**
         * Whether start() was called.
         */
        public function isStart(): bool
        {
        }
    }
}
