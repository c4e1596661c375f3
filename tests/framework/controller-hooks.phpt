--TEST--
Controller: order of the hooks, and what may be an action
--EXTENSIONS--
easyswoole
--FILE--
<?php
require __DIR__ . '/prelude.inc';

use EasySwoole\Socket\AbstractInterface\Controller;

trait Extra
{
    public function fromTrait()
    {
        echo "fromTrait\n";
    }
}

class Index extends Controller
{
    use Extra;

    private $server = 'a property of my own';
    private $response = 'and another';

    protected function onRequest(?string $actionName): bool
    {
        echo 'onRequest ', show($actionName), "\n";

        return $actionName !== 'forbidden';
    }

    protected function actionNotFound(?string $actionName)
    {
        echo 'actionNotFound ', show($actionName), "\n";
    }

    protected function afterAction(?string $actionName)
    {
        echo 'afterAction ', show($actionName), "\n";
    }

    public function hello(...$arguments)
    {
        echo 'hello ', count($arguments), "\n";
    }

    public static function fixed()
    {
        echo 'fixed ', static::class, "\n";
    }

    public function forbidden()
    {
        echo "never\n";
    }

    protected function kept()
    {
        echo "never\n";
    }

    private function hidden()
    {
        echo "never\n";
    }

    public function __toString(): string
    {
        return 'never';
    }

    public function __destruct()
    {
        echo "destructor\n";
    }
}

$dispatcher = dispatcher();
$server = new RecordingServer();
$actions = ['hello', 'fromTrait', 'fixed', 'forbidden', 'Hello', 'kept', 'hidden', 'missing', '__toString', '__hook',
    '__construct', '__destruct', 'response', 'onRequest', ''];
foreach ($actions as $action) {
    $dispatcher->dispatch($server, "Index.$action", frame());
}
echo "no action at all\n";
$dispatcher->dispatch($server, 'Index', frame());
?>
--EXPECT--
onRequest "hello"
hello 0
afterAction "hello"
destructor
onRequest "fromTrait"
fromTrait
afterAction "fromTrait"
destructor
onRequest "fixed"
fixed Index
afterAction "fixed"
destructor
onRequest "forbidden"
afterAction "forbidden"
destructor
onRequest "Hello"
actionNotFound "Hello"
afterAction "Hello"
destructor
onRequest "kept"
actionNotFound "kept"
afterAction "kept"
destructor
onRequest "hidden"
actionNotFound "hidden"
afterAction "hidden"
destructor
onRequest "missing"
actionNotFound "missing"
afterAction "missing"
destructor
onRequest "__toString"
actionNotFound "__toString"
afterAction "__toString"
destructor
onRequest "__hook"
actionNotFound "__hook"
afterAction "__hook"
destructor
onRequest "__construct"
actionNotFound "__construct"
afterAction "__construct"
destructor
onRequest "__destruct"
actionNotFound "__destruct"
afterAction "__destruct"
destructor
onRequest "response"
actionNotFound "response"
afterAction "response"
destructor
onRequest "onRequest"
actionNotFound "onRequest"
afterAction "onRequest"
destructor
onRequest ""
actionNotFound ""
afterAction ""
destructor
no action at all
onRequest null
actionNotFound null
afterAction null
destructor
