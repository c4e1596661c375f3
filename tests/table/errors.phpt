--TEST--
Table: wrong use warns and returns false; user code inside set() may do anything
--EXTENSIONS--
easyswoole
--FILE--
<?php
use Swoole\Table;

set_error_handler(function ($no, $text) {
    echo $no === E_WARNING ? 'Warning: ' : "$no: ", $text, "\n";
    return true;
});
$t = new Table(64);
foreach (['set' => ['k', []], 'get' => ['k'], 'incr' => ['k', 'c'], 'rewind' => []] as $method => $args) {
    try {
        $t->$method(...$args);
    } catch (Error $e) {
        echo "$method: ", $e->getMessage(), "\n";
    }
}
var_dump($t->column('s', Table::TYPE_STRING), $t->column('s', 9, 1), $t->column('s', Table::TYPE_STRING, -1));
var_dump($t->column('s', Table::TYPE_STRING, 4), $t->column('s', Table::TYPE_INT), $t->column('i', Table::TYPE_INT));
var_dump($t->create(), $t->create(), $t->column('late', Table::TYPE_INT));
echo swoole_last_error(), "\n";

echo "-- too long\n";
var_dump($t->set('key', ['s' => '12345']), $t->get('key', 's'));
$long = str_repeat('k', 70);
var_dump($t->set($long, ['i' => 1]), $t->incr($long, 'i'), $t->get(substr($long, 0, 63), 'i'), $t->get($long, 'i'));
var_dump($t->exists($long), $t->del($long), $t->exists($long));

echo "-- columns of incr\n";
var_dump($t->incr('key', 'none'), $t->decr('key', 's'));

echo "-- full\n";
$rows = $t->stats()['total_slice_num'];
for ($i = 1; $i < $rows; $i++) {
    $t->set("row $i", ['i' => $i]);
}
var_dump($rows, count($t), $t->set('one more', ['i' => 1]), $t->incr('one more', 'i'), $t->set('row 3', ['i' => -3]), $t->get('row 3', 'i'));
echo swoole_last_error(), ' ', $t->stats()['available_slice_num'], "\n";

echo "-- user code\n";
final class Hostile
{
    public function __construct(private Closure $do)
    {
    }

    public function __toString(): string
    {
        ($this->do)();
        return 'x';
    }
}
try {
    $t->set('key', ['i' => 99, 's' => new Hostile(fn () => throw new Exception('no'))]);
} catch (Exception $e) {
    echo $e->getMessage(), ' ', json_encode($t->get('key')), "\n";
}
$t->set('key', ['i' => 99, 's' => new Hostile(fn () => $t->set('key', ['i' => 5, 's' => 'in']))]);
echo json_encode($t->get('key')), "\n";
try {
    $t->set('key', ['s' => new Hostile(fn () => $t->destroy())]);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
foreach ([fn () => clone $t, fn () => serialize($t), fn () => $t->__construct(1) ?? $t->__construct(1),
    fn () => (new ReflectionClass('Swoole\Table'))->newInstanceWithoutConstructor()->create()] as $wrong) {
    try {
        $wrong();
    } catch (Throwable $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECTF--
set: table is not created or has been destroyed
get: table is not created or has been destroyed
incr: table is not created or has been destroyed
rewind: table is not created or has been destroyed
Warning: Swoole\Table::column(): the size of column[s] must be more than 0 and less than 2 GiB
Warning: Swoole\Table::column(): unknown column type 9
Warning: Swoole\Table::column(): the size of column[s] must be more than 0 and less than 2 GiB
bool(false)
bool(false)
bool(false)
Warning: Swoole\Table::column(): there is a column[s] already
bool(true)
bool(false)
bool(true)
Warning: Swoole\Table::create(): the table has been created already
Warning: Swoole\Table::column(): unable to add column after table has been created
bool(true)
bool(false)
bool(false)
509
-- too long
Warning: Swoole\Table::set(): [key=key,field=s]string value is too long
bool(true)
string(4) "1234"
Warning: Swoole\Table::set(): key[%s] is too long
Warning: Swoole\Table::incr(): key[%s] is too long
bool(true)
int(2)
int(2)
int(2)
bool(true)
bool(true)
bool(false)
-- columns of incr
Warning: Swoole\Table::incr(): column[none] does not exist
Warning: Swoole\Table::decr(): can't execute 'incr' or 'decr' on the string type column[s]
bool(false)
bool(false)
-- full
Warning: Swoole\Table::set(): failed to set('one more'), unable to allocate memory
Warning: Swoole\Table::incr(): failed to set('one more'), unable to allocate memory
int(76)
int(76)
bool(false)
bool(false)
bool(true)
int(-3)
501 0
-- user code
no {"s":"1234","i":0}
{"s":"x","i":99}
table is being written
Trying to clone an uncloneable object of class Swoole\Table
Serialization of 'Swoole\Table' is not allowed
Constructor of Swoole\Table can only be called once
table is not constructed or has been destroyed
