<?php

/** @generate-class-entries */

namespace Swoole {

    /**
     * What the server's constructors throw; the code is an errno or an error number (spec section 1.4).
     */
    class Exception extends \Exception
    {
    }
}
