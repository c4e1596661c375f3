<?php

/** @generate-class-entries */

namespace Swoole\Timer {

    /**
     * The ids that Timer::list() found.
     */
    class Iterator extends \ArrayIterator
    {
    }
}
