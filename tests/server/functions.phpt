--TEST--
The global functions
--FILE--
<?php
var_dump(swoole_version() === SWOOLE_VERSION, preg_match('~^\d+\.\d+\.\d+~', swoole_version()), swoole_cpu_num() >= 1);
var_dump(swoole_last_error(), (new Swoole\Http\Response())->end(), swoole_last_error());
swoole_clear_error();
var_dump(swoole_last_error());
var_dump(swoole_strerror(98), swoole_strerror(2, SWOOLE_STRERROR_SYSTEM), is_int(swoole_errno()));
foreach ([1004, 1005, 7106, 9004] as $code) {
    var_dump(swoole_strerror($code) === swoole_strerror($code, SWOOLE_STRERROR_SWOOLE), swoole_strerror($code, 9) !== '');
}
var_dump(swoole_set_process_name('a new title'), cli_get_process_title());
?>
--EXPECT--
bool(true)
int(1)
bool(true)
int(0)
bool(false)
int(7106)
int(0)
string(22) "Address already in use"
string(25) "No such file or directory"
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
string(11) "a new title"
