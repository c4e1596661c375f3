<?php

/** @generate-class-entries */

namespace EasySwoole\Component {

    /**
     * One object per class that uses the trait. See spec section 6.7.
     */
    trait Singleton
    {
        /**
         * The one object.
         *
         * @var mixed
         */
        private static $instance;

        /**
         * The one object, made at the first call.
         *
         * @param mixed $args for the constructor; of no effect later
         * @return mixed
         */
        public static function getInstance(mixed ...$args)
        {
        }
    }
}
