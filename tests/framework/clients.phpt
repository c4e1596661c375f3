--TEST--
Socket\Client: constructors and accessors of the three kinds
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\Socket\Client\Tcp;
use EasySwoole\Socket\Client\Udp;
use EasySwoole\Socket\Client\WebSocket;

$tcp = new Tcp();
var_dump($tcp->getFd(), $tcp->getReactorId());
$tcp = new Tcp(3, 1);
var_dump($tcp->getFd(), $tcp->getReactorId());
$tcp->setFd('4');
$tcp->setReactorId(2);
var_dump($tcp->getFd(), $tcp->getReactorId());

$udp = new Udp(9, '127.0.0.1', 53);
var_dump($udp->getServerSocket(), $udp->getAddress(), $udp->getPort());
$udp->setServerSocket(10);
$udp->setAddress('::1');
$udp->setPort(54);
var_dump($udp->getServerSocket(), $udp->getAddress(), $udp->getPort());
attempt(fn () => new Udp(1));

$websocket = new WebSocket();
var_dump($websocket instanceof Tcp, $websocket->getFd(), $websocket->getData());
$frame = frame(5, 'text');
$frame->opcode = 2;
$websocket = new WebSocket($frame);
var_dump($websocket->getFd(), $websocket->getReactorId(), $websocket->getData(), $websocket->getOpCode(),
    $websocket->getIsFinish());
$websocket->setData('other');
$websocket->setOpCode(1);
$websocket->setIsFinish(false);
var_dump($websocket->getData(), $websocket->getOpCode(), $websocket->getIsFinish());

class Mine extends Tcp
{
    public function both(): array
    {
        return [$this->fd, $this->reactorId];
    }
}
var_dump((new Mine(1, 2))->both());
?>
--EXPECT--
NULL
NULL
int(3)
int(1)
string(1) "4"
int(2)
int(9)
string(9) "127.0.0.1"
int(53)
int(10)
string(3) "::1"
int(54)
ArgumentCountError: EasySwoole\Socket\Client\Udp::__construct() expects exactly 3 arguments, 1 given
bool(true)
NULL
NULL
int(5)
NULL
string(4) "text"
int(2)
bool(true)
string(5) "other"
int(1)
bool(false)
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(2)
}
