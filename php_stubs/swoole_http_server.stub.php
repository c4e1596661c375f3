<?php

/** @generate-class-entries */

namespace Swoole\Http {

    /**
     * An HTTP/1.1 server: needs onRequest. See spec section 2.8.
     *
     * @not-serializable
     */
    class Server extends \Swoole\Server
    {
    }
}
