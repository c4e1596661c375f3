--TEST--
easyswoole.framework_classes=0 leaves EasySwoole\* out
--EXTENSIONS--
easyswoole
--INI--
easyswoole.framework_classes=0
--FILE--
<?php
foreach (get_declared_classes() as $class) {
    if (str_starts_with($class, 'EasySwoole\\')) {
        echo "$class\n";
    }
}
var_dump(trait_exists('EasySwoole\Component\Singleton'), interface_exists('EasySwoole\Socket\AbstractInterface\ParserInterface'));
var_dump(defined('EASYSWOOLE_SERVER'), defined('EASYSWOOLE_WEB_SERVER'), defined('EASYSWOOLE_WEB_SOCKET_SERVER'));

// The names are then free for the framework's own classes.
eval('namespace EasySwoole\Socket; class Config {}');
echo "done\n";
?>
--EXPECT--
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
done
