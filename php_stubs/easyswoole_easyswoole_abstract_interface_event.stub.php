<?php

/** @generate-class-entries */

namespace EasySwoole\EasySwoole\AbstractInterface {

    /**
     * An application's entry points. See spec section 6.7.
     */
    interface Event
    {
        /**
         * Called first, before the main server's callbacks are asked for.
         *
         * @return mixed ignored
         */
        public static function initialize();

        /**
         * Called with the main server's register when the server exists and has not been started.
         *
         * @return mixed ignored
         */
        public static function mainServerCreate(\EasySwoole\EasySwoole\Swoole\EventRegister $register);
    }
}
