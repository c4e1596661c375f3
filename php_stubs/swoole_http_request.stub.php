<?php

/** @generate-class-entries */

namespace Swoole\Http {

    /**
     * A request. What it does not have stays null: cookie, get, post, files. See spec section 4.1.
     *
     * @not-serializable
     */
    class Request
    {
        /**
         * Session id of the connection.
         *
         * @var int
         */
        public $fd = 0;

        /**
         * Always 0 in HTTP/1.
         *
         * @var int
         */
        public $streamId = 0;

        /**
         * Fields, names in lower case; without Cookie when cookies are parsed. Repeated ones are joined with ", ".
         *
         * @var array<string, string>|null
         */
        public $header = null;

        /**
         * Facts of the request and the connection: request_method, request_uri, path_info, query_string, …
         *
         * @var array<string, mixed>|null
         */
        public $server = null;

        /**
         * Cookies.
         *
         * @var array<string, string>|null
         */
        public $cookie = null;

        /**
         * Parameters of the query.
         *
         * @var array|null
         */
        public $get = null;

        /**
         * Uploaded files.
         *
         * @var array|null
         */
        public $files = null;

        /**
         * Parameters of a body of type application/x-www-form-urlencoded.
         *
         * @var array|null
         */
        public $post = null;

        /**
         * Paths of uploaded files.
         *
         * @var array|null
         */
        public $tmpfiles = null;

        /**
         * The body as received.
         *
         * @return string|false '' when there is none; false for an object that no server made
         */
        public function getContent(): string|false
        {
        }

        /**
         * Alias of getContent().
         *
         * @alias Swoole\Http\Request::getContent
         */
        public function rawContent(): string|false
        {
        }

        /**
         * The whole request: head and body.
         *
         * @return string|false false for an object that no server made
         */
        public function getData(): string|false
        {
        }

        /**
         * The method.
         *
         * @return string|false false for an object that no server made
         */
        public function getMethod(): string|false
        {
        }
    }
}
