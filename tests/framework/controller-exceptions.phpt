--TEST--
Controller: onException() and afterAction(), whatever throws
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\Socket\AbstractInterface\Controller;

class Base extends Controller
{
    protected function onException(Throwable $throwable): void
    {
        echo 'onException ', $throwable->getMessage(), "\n";
        $this->response()->setMessage('excused');
    }

    protected function afterAction(?string $actionName)
    {
        echo "afterAction\n";
    }

    public function boom()
    {
        throw new Exception('action');
    }
}

class FromOnRequest extends Base
{
    protected function onRequest(?string $actionName): bool
    {
        throw new Exception('onRequest');
    }
}

class FromNotFound extends Base
{
    protected function actionNotFound(?string $actionName)
    {
        throw new Exception('actionNotFound');
    }
}

class FromAfter extends Base
{
    protected function afterAction(?string $actionName)
    {
        throw new Exception('afterAction');
    }
}

class Rethrows extends Controller
{
    protected function afterAction(?string $actionName)
    {
        echo "afterAction\n";
    }

    public function boom()
    {
        throw new Exception('action');
    }
}

class ThrowsTwice extends Rethrows
{
    protected function afterAction(?string $actionName)
    {
        throw new Exception('afterAction');
    }
}

class ThrowsTheSame extends Rethrows
{
    private $thrown;

    protected function onException(Throwable $throwable): void
    {
        throw $this->thrown = $throwable;
    }

    protected function afterAction(?string $actionName)
    {
        throw $this->thrown;
    }
}

$dispatcher = dispatcher();
$server = new RecordingServer();
foreach (['Base', 'FromOnRequest', 'FromNotFound', 'FromAfter', 'Rethrows', 'ThrowsTwice', 'ThrowsTheSame'] as $class) {
    echo "--- $class\n";
    $action = $class === 'FromNotFound' ? 'nothing' : 'boom';
    attempt(fn () => $dispatcher->dispatch($server, "$class.$action", frame()));
}
?>
--EXPECT--
--- Base
onException action
afterAction
$server->push(7, "excused", 1, true)
--- FromOnRequest
onException onRequest
afterAction
$server->push(7, "excused", 1, true)
--- FromNotFound
onException actionNotFound
afterAction
$server->push(7, "excused", 1, true)
--- FromAfter
onException action
onException afterAction
$server->push(7, "excused", 1, true)
--- Rethrows
afterAction
$server->disconnect(7, 1000, null)
Exception: action
--- ThrowsTwice
$server->disconnect(7, 1000, null)
Exception: afterAction
Exception: action
--- ThrowsTheSame
$server->disconnect(7, 1000, null)
Exception: action
