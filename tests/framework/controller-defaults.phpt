--TEST--
Controller: the hooks of the base class let everything pass
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\Socket\AbstractInterface\Controller;

class Plain extends Controller
{
    public function hello()
    {
        $this->response()->setMessage('hello');
    }
}

class ParentCalls extends Plain
{
    public function __construct()
    {
        parent::__construct();
    }

    protected function onRequest(?string $actionName): bool
    {
        var_dump(parent::onRequest($actionName));

        return true;
    }

    protected function afterAction(?string $actionName)
    {
        var_dump(parent::afterAction($actionName));
    }

    protected function actionNotFound(?string $actionName)
    {
        var_dump(parent::actionNotFound($actionName));
    }

    protected function onException(Throwable $throwable): void
    {
        echo "onException\n";
        parent::onException($throwable);
    }

    public function boom()
    {
        throw new Exception('boom');
    }

    public function outside(): array
    {
        return [$this->caller(), $this->response()];
    }
}

$dispatcher = dispatcher();
$server = new RecordingServer();
$dispatcher->dispatch($server, 'Plain.hello', frame());
$dispatcher->dispatch($server, 'Plain.nothing', frame());
$dispatcher->dispatch($server, 'ParentCalls.hello', frame());
$dispatcher->dispatch($server, 'ParentCalls.nothing', frame());
attempt(fn () => $dispatcher->dispatch($server, 'ParentCalls.boom', frame()));
attempt(fn () => (new ParentCalls())->outside());

$method = new ReflectionMethod(ParentCalls::class, 'responseImmediately');
attempt(fn () => $method->invoke(new ParentCalls(), 'x'));
?>
--EXPECT--
$server->push(7, "hello", 1, true)
bool(true)
NULL
$server->push(7, "hello", 1, true)
bool(true)
NULL
NULL
bool(true)
onException
NULL
$server->disconnect(7, 1000, null)
Exception: boom
Error: ParentCalls::caller() has nothing to return: no message is being handled
Error: ParentCalls::responseImmediately() has nothing to return: no message is being handled
