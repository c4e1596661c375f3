<?php

/** @generate-class-entries */

namespace EasySwoole\Socket {

    /**
     * What a Dispatcher needs to know: kind of server, parser, exception handler. See spec section 6.1.
     */
    class Config
    {
        /** @var string */
        const UDP = 'UDP';

        /** @var string */
        const TCP = 'TCP';

        /** @var string */
        const WEB_SOCKET = 'WEB_SOCKET';

        /**
         * One of the class constants. Not checked here: dispatch() refuses an unknown one.
         *
         * @var mixed
         */
        protected $type;

        /**
         * A callable, or null.
         *
         * @var mixed
         */
        protected $onExceptionHandler = null;

        /**
         * A ParserInterface object, or the name of its class until getParser() is called for the first time.
         *
         * @var mixed
         */
        protected $parser;

        /**
         * The kind of server whose messages are dispatched.
         *
         * @return mixed one of the class constants; null when it was never set
         */
        public function getType()
        {
        }

        /**
         * Chooses the kind of server.
         *
         * @param mixed $type one of the class constants
         */
        public function setType($type): void
        {
        }

        /**
         * The handler of what a parser or a controller throws.
         *
         * @return mixed a callable, or null: then the client is closed and the exception goes on
         */
        public function getOnExceptionHandler()
        {
        }

        /**
         * Sets the handler of what a parser or a controller throws. It is called with the server, the throwable, the
         * raw message, the client and the response; the response is then sent as it stands.
         *
         * @param mixed $onExceptionHandler a callable; anything else counts as none
         */
        public function setOnExceptionHandler($onExceptionHandler): void
        {
        }

        /**
         * The parser. A class name is turned into an object, once.
         *
         * @return AbstractInterface\ParserInterface|null null when none was set
         */
        public function getParser(): ?AbstractInterface\ParserInterface
        {
        }

        /**
         * Sets the parser.
         *
         * @param mixed $parser a ParserInterface object or the name of such a class; anything else throws an
         *                      EasySwoole\Socket\Exception\Exception
         */
        public function setParser($parser): void
        {
        }
    }
}
