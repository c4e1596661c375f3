--TEST--
Table: columns, rows, conversions, partial updates, sums
--EXTENSIONS--
easyswoole
--FILE--
<?php
use Swoole\Table;

$t = new Table(100);
var_dump($t->size, $t->getSize(), $t instanceof swoole_table, $t instanceof Iterator, $t instanceof Countable);
var_dump($t->column('i', Table::TYPE_INT, 1), $t->column('f', Table::TYPE_FLOAT), $t->column('s', Table::TYPE_STRING, 8));
var_dump($t->create(), $t->size === 128, $t->memorySize === $t->getMemorySize(), $t->memorySize > 0);

echo "-- set\n";
var_dump($t->set(7, ['i' => '42', 'f' => '1.5', 's' => 123, 'unknown' => 1]));
echo json_encode($t->get('7')), "\n";
var_dump($t->set('7', ['f' => 2]));
echo json_encode($t->get(7), JSON_PRESERVE_ZERO_FRACTION), "\n";
$t->set('new', []);
echo json_encode($t->get('new'), JSON_PRESERVE_ZERO_FRACTION), "\n";
$t->set('7', ['i' => null, 's' => null]);
echo json_encode($t->get(7), JSON_PRESERVE_ZERO_FRACTION), "\n";
$t->set("b\0in", ['s' => "\0\xff", 'i' => PHP_INT_MIN]);
var_dump($t->get("b\0in", 's') === "\0\xff", $t->get("b\0in", 'i') === PHP_INT_MIN, $t->get('b'));
$t->set('object', ['s' => new class { public function __toString() { return 'text'; } }]);
var_dump($t->get('object', 's'));

echo "-- get, exists, del\n";
var_dump($t->get('none'), $t->get('none', 'i'), $t->get('7', 'none'), $t->get('7', 'f'));
var_dump($t->exists('7'), $t->exist('none'), count($t), $t->count());
var_dump($t->del('7'), $t->del('7'), $t->delete('new'), $t->exists('7'), count($t));

echo "-- incr, decr\n";
var_dump($t->incr('n', 'i'), $t->incr('n', 'i', 10), $t->incr('n', 'i', '4'), $t->decr('n', 'i', 20), $t->incr('n', 'i', 1.9));
var_dump($t->incr('n', 'f'), $t->decr('n', 'f', 0.25), $t->decr('m', 'f'));
var_dump($t->get('m', 'i'));

echo "-- destroy\n";
var_dump($t->destroy());
foreach (['get', 'del', 'exists'] as $method) {
    try {
        $t->$method('x');
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
var_dump(count($t), $t->stats());
?>
--EXPECT--
NULL
int(128)
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
-- set
bool(true)
{"i":42,"f":1.5,"s":"123"}
bool(true)
{"i":42,"f":2.0,"s":"123"}
{"i":0,"f":0.0,"s":""}
{"i":0,"f":2.0,"s":""}
bool(true)
bool(true)
bool(false)
string(4) "text"
-- get, exists, del
bool(false)
bool(false)
bool(false)
float(2)
bool(true)
bool(false)
int(4)
int(4)
bool(true)
bool(false)
bool(true)
bool(false)
int(2)
-- incr, decr
int(1)
int(11)
int(15)
int(-5)
int(-4)
float(1)
float(0.75)
float(-1)
int(0)
-- destroy
bool(true)
table is not created or has been destroyed
table is not created or has been destroyed
table is not created or has been destroyed
int(0)
bool(false)
