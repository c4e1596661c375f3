--TEST--
docs/settings.md names every option of src/server/settings.c, in the right place, and no other; likewise the INI settings
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

/** The part of the page behind a heading, up to the next heading. */
function section(string $page, string $heading): string
{
    preg_match('~^#+ ' . preg_quote($heading) . '$(.*?)(?=^#|\z)~ms', $page, $match);
    return $match[1];
}

/** The names in the first column of a table. */
function table_names(string $section): array
{
    preg_match_all('~^\| (`.*?) \|~m', $section, $rows);
    preg_match_all('~`([^`]+)`~', implode(' ', $rows[1]), $names);
    return $names[1];
}

/** What stands in one list of names and not in the other. */
function compare(string $what, array $code, array $page): void
{
    $problems = 0;
    foreach (['is not on the page' => array_diff($code, $page), 'is not in the code' => array_diff($page, $code)] as $text => $names) {
        foreach ($names as $name) {
            echo "$name ($what) $text\n";
            $problems++;
        }
    }
    if (count($page) !== count(array_unique($page))) {
        echo "$what: named twice: ", implode(' ', array_diff_key($page, array_unique($page))), "\n";
        $problems++;
    }
    echo count($code) > 0 ? $what : "$what: none found", $problems ? '' : ': the same', "\n";
}

$page = file_get_contents(source_dir() . '/docs/settings.md');
$code = file_get_contents(source_dir() . '/src/server/settings.c');
preg_match('~es_setting_t options\[\] = \{(.*?)^};~ms', $code, $match);
preg_match('~^(.*)(/\* Of Swoole\'s .*)(/\* Known names .*)$~s', $match[1], $parts);

function rows(string $macro, string $part): array
{
    preg_match_all("~^ +$macro\\(\"(\\w+)\"~m", $part, $matches);
    return $matches[1];
}
compare('server options', rows('SERVER', $match[1]), table_names(section($page, 'Server options')));
compare('port options', rows('PORT', $match[1]), table_names(section($page, 'Port options')));
foreach (['No meaning here' => $parts[2], 'Not there yet' => $parts[3]] as $heading => $part) {
    preg_match_all('~`([^`]+)`~', section($page, $heading), $names);
    compare("accepted: $heading", rows('IGNORED', $part), $names[1]);
}
var_dump(substr_count($match[1], '("') === count(rows('(?:SERVER|PORT|IGNORED)', $match[1])));

preg_match_all('~PHP_INI_\w+\("(easyswoole\.\w+)"~', file_get_contents(source_dir() . '/easyswoole.c'), $matches);
compare('INI settings', $matches[1], table_names(section($page, 'INI settings')));

// Kind and bounds, as far as they are plain numbers
preg_match_all('~(?:SERVER|PORT)\("(\w+)", (\w+), [\w.]+, (.+)\),$~m', $match[1], $options, PREG_SET_ORDER);
preg_match_all('~^\| (`.+?) \| (\w+) \|[^|]*\|([^|]*)\|~m', $page, $rows, PREG_SET_ORDER);
$documented = [];
foreach ($rows as [, $names, $kind, $bounds]) {
    foreach (explode(', ', str_replace('`', '', $names)) as $name) {
        $documented[$name] = strtoupper($kind) . ' ' . str_replace(' … ', ' ', trim($bounds));
    }
}
foreach ($options as [, $name, $kind, $bounds]) {
    $bounds = strtr($bounds, ['UINT32_MAX' => '4294967295', 'INT32_MAX' => '2147483647', 'INT64_C(1)' => '1',
        'ES_LOG_DEBUG' => '0', 'ES_LOG_NONE' => '6']);
    $bounds = preg_replace('~KIB\((\d+)\)~', '$1 * 1024', $bounds);
    $numbers = in_array($kind, ['INT', 'SIZE', 'SECONDS'], true)
        ? implode(' ', array_map(fn ($bound) => eval("return $bound;"), explode(',', $bounds))) : '';
    $wanted = trim("$kind $numbers");
    $there = trim($documented[$name] ?? '');
    if ($there !== $wanted) {
        echo "$name: '$wanted' in the code, '$there' on the page\n";
    }
}
var_dump(count($options) === count($documented));
?>
--EXPECT--
server options: the same
port options: the same
accepted: No meaning here: the same
accepted: Not there yet: the same
bool(true)
INI settings: the same
bool(true)
