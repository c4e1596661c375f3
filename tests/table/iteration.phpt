--TEST--
Table: foreach over rows that come and go
--EXTENSIONS--
easyswoole
--FILE--
<?php
$t = new Swoole\Table(64);
$t->column('n', Swoole\Table::TYPE_INT);
$t->create();
var_dump(iterator_to_array($t), $t->valid(), $t->key(), $t->current());
for ($i = 1; $i <= 5; $i++) {
    $t->set("k$i", ['n' => $i]);
}
$t->set(100, ['n' => 6]);
foreach ($t as $key => $row) {
    var_dump($key);
    echo json_encode($row), "\n";
}
echo "-- deleted and added meanwhile\n";
foreach ($t as $key => $row) {
    echo "$key ";
    $t->del($key);
    $t->del('k4');
    if ($key === 'k1') {
        $t->set('new', ['n' => 7]);
    }
}
echo count($t), "\n";
$t->set('last', ['n' => 8]);
$t->rewind();
$t->destroy();
var_dump($t->valid());
?>
--EXPECT--
array(0) {
}
bool(false)
NULL
NULL
string(2) "k1"
{"n":1}
string(2) "k2"
{"n":2}
string(2) "k3"
{"n":3}
string(2) "k4"
{"n":4}
string(2) "k5"
{"n":5}
string(3) "100"
{"n":6}
-- deleted and added meanwhile
k1 k2 k3 k5 100 new 0
bool(false)
