--TEST--
Dispatcher: what each status of the response does
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\Socket\AbstractInterface\Controller;
use EasySwoole\Socket\Bean\Response;

class Index extends Controller
{
    public function ok()
    {
        $this->response()->setMessage('hello');
    }

    public function binary()
    {
        $this->response()->setMessage('part');
        $this->response()->setOpCode(2);
        $this->response()->setFinish(false);
    }

    public function answerAndClose()
    {
        $this->response()->setMessage('bye');
        $this->response()->setStatus(Response::STATUS_RESPONSE_AND_CLOSE);
    }

    public function close()
    {
        $this->response()->setMessage('not sent');
        $this->response()->setStatus(Response::STATUS_CLOSE);
        $this->response()->setCode(1008);
        $this->response()->setReason('policy');
    }

    public function other()
    {
        $this->response()->setMessage('not sent');
        $this->response()->setStatus('SOMETHING ELSE');
    }

    public function silent()
    {
    }
}

$server = new RecordingServer();
$dispatcher = dispatcher();
foreach (['ok', 'binary', 'answerAndClose', 'close', 'other', 'silent'] as $action) {
    echo "$action\n";
    var_dump($dispatcher->dispatch($server, "Index.$action", frame()));
}
echo "a client that is gone\n";
foreach (['ok', 'answerAndClose', 'close'] as $action) {
    $dispatcher->dispatch($server, "Index.$action", frame(8));
}
?>
--EXPECT--
ok
$server->push(7, "hello", 1, true)
NULL
binary
$server->push(7, "part", 2, false)
NULL
answerAndClose
$server->push(7, "bye", 1, true)
$server->disconnect(7, 1000, null)
NULL
close
$server->disconnect(7, 1008, "policy")
NULL
other
NULL
silent
NULL
a client that is gone
