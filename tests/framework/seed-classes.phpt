--TEST--
The event class and the register code of the EasySwoole documentation
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\EasySwoole\AbstractInterface\Event;
use EasySwoole\EasySwoole\Swoole\EventRegister;
use EasySwoole\Socket\AbstractInterface\Controller;
use EasySwoole\Socket\Dispatcher;

class Index extends Controller
{
    public function hello()
    {
        $this->response()->setMessage('hello, ' . $this->caller()->getClient()->getFd());
    }
}

class EasySwooleEvent implements Event
{
    public static function initialize()
    {
    }

    public static function mainServerCreate(EventRegister $register): void
    {
        $conf = new \EasySwoole\Socket\Config();
        $conf->setType(\EasySwoole\Socket\Config::WEB_SOCKET);
        $conf->setParser(new DotParser());
        $dispatch = new Dispatcher($conf);
        $register->set(EventRegister::onMessage, function ($server, $frame) use ($dispatch) {
            $dispatch->dispatch($server, $frame->data, $frame);
        });
    }
}

$register = new EventRegister();
EasySwooleEvent::mainServerCreate($register);
($register->get(EventRegister::onMessage)[0])(new RecordingServer(), frame(7, 'Index.hello'));
?>
--EXPECT--
$server->push(7, "hello, 7", 1, true)
