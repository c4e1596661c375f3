<?php

/** @generate-class-entries */

namespace Swoole\Http {

    /**
     * The response to one request. It may be kept and ended later; one that goes out of scope unended is ended
     * with its status, or 500. After the end every method returns false (last error 7106). See spec section 4.2.
     *
     * @not-serializable
     */
    class Response
    {
        /**
         * Session id of the connection.
         *
         * @var int
         */
        public $fd = 0;

        /**
         * Not used.
         *
         * @var mixed
         */
        public $socket = null;

        /**
         * Fields that header() was given.
         *
         * @var array<string, mixed>|null
         */
        public $header = null;

        /**
         * Set-Cookie values that cookie() made.
         *
         * @var string[]|null
         */
        public $cookie = null;

        /**
         * Not used.
         *
         * @var array|null
         */
        public $trailer = null;

        /**
         * Sets a field; the same name again overwrites. See spec section 4.3.
         *
         * @param string            $key    a token of at most 127 bytes
         * @param string|array|null $value  null leaves the field out, an array gives one line an element
         * @param bool              $format write the name as Upper-Case-Words
         * @return bool false with E_WARNING for a bad name; a value with CR, LF or NUL is dropped when it is sent
         */
        public function header(string $key, mixed $value, bool $format = true): bool
        {
        }

        /**
         * Alias of header().
         *
         * @alias Swoole\Http\Response::header
         */
        public function setHeader(string $key, mixed $value, bool $format = true): bool
        {
        }

        /**
         * Sets the status. In a handshake callback, 101 accepts.
         *
         * @param int    $code
         * @param string $reason '' for the standard phrase
         */
        public function status(int $code, string $reason = ''): bool
        {
        }

        /**
         * Alias of status().
         *
         * @alias Swoole\Http\Response::status
         */
        public function setStatusCode(int $code, string $reason = ''): bool
        {
        }

        /**
         * Adds a cookie (RFC 6265, spec section 4.4). An empty value deletes it.
         *
         * @param string $name
         * @param string $value       url-encoded by this method
         * @param int    $expires     Unix time in seconds; 0: with the browser's session
         * @param string $path
         * @param string $domain
         * @param bool   $secure
         * @param bool   $httponly
         * @param string $samesite    Strict, Lax or None
         * @param string $priority    Low, Medium or High
         * @param bool   $partitioned
         * @return bool false with E_WARNING for a name that cannot be one
         */
        public function cookie(string $name, string $value = '', int $expires = 0, string $path = '/', string $domain = '', bool $secure = false, bool $httponly = false, string $samesite = '', string $priority = '', bool $partitioned = false): bool
        {
        }

        /**
         * Alias of cookie().
         *
         * @alias Swoole\Http\Response::cookie
         */
        public function setCookie(string $name, string $value = '', int $expires = 0, string $path = '/', string $domain = '', bool $secure = false, bool $httponly = false, string $samesite = '', string $priority = '', bool $partitioned = false): bool
        {
        }

        /**
         * As cookie(), but the value is sent as it is.
         */
        public function rawcookie(string $name, string $value = '', int $expires = 0, string $path = '/', string $domain = '', bool $secure = false, bool $httponly = false, string $samesite = '', string $priority = '', bool $partitioned = false): bool
        {
        }

        /**
         * Alias of rawcookie().
         *
         * @alias Swoole\Http\Response::rawcookie
         */
        public function setRawCookie(string $name, string $value = '', int $expires = 0, string $path = '/', string $domain = '', bool $secure = false, bool $httponly = false, string $samesite = '', string $priority = '', bool $partitioned = false): bool
        {
        }

        /**
         * Sends a part of the body; the first call sends the head, with Transfer-Encoding: chunked.
         *
         * @param string $content '' is an error (550), but sends the head all the same
         */
        public function write(string $content): bool
        {
        }

        /**
         * Completes the response.
         *
         * @param string|null $content the body, or the rest of it
         */
        public function end(?string $content = null): bool
        {
        }

        /**
         * Completes the response with a redirection.
         *
         * @param string $url  for the Location field
         * @param int    $code 301, 302, 303, 307 or 308
         */
        public function redirect(string $url, int $code = 302): bool
        {
        }

        /**
         * Whether the response can still be written.
         */
        public function isWritable(): bool
        {
        }
    }
}
