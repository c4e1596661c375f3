<?php

/** @generate-class-entries */

namespace EasySwoole\Socket\Exception {

    /**
     * Base of what EasySwoole\Socket throws. See spec section 6.1.
     */
    class Exception extends \Exception
    {
    }
}
