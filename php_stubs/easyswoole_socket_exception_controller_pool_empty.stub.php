<?php

/** @generate-class-entries */

namespace EasySwoole\Socket\Exception {

    /**
     * The class that a Caller names is not a Controller. See spec section 6.3.
     */
    class ControllerPoolEmpty extends Exception
    {
    }
}
