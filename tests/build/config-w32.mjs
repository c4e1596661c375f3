// Evaluates config.w32 with stand-ins for PHP's Windows build functions (config.w32 is JScript, which any JavaScript engine
// understands) and compares what it builds with config.m4 and with the tree.
//
//   node tests/build/config-w32.mjs [root]

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const root = path.resolve(process.argv[2] ?? path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..'));
const read = (file) => readFileSync(path.join(root, file), 'utf8');
const problems = [];

/** Runs config.w32. `enabled`: --enable-easyswoole; `missing`: a library or header that is not there. */
function configure(enabled, missing) {
    const moduleDir = 'C:\\ext\\easyswoole';
    const built = { sources: [], extensions: [], warnings: [], libraries: [] };
    const found = (names) => {
        built.libraries.push(names);
        return names !== missing;
    };
    const addSources = (dir, files, target) => {
        if (target !== 'easyswoole') {
            problems.push(`ADD_SOURCES for "${target}"`);
        }
        if (dir !== moduleDir && !dir.startsWith(`${moduleDir}\\`)) {
            problems.push(`ADD_SOURCES outside the module: ${dir}`);
        }
        for (const file of files.split(/\s+/).filter(Boolean)) {
            built.sources.push(path.posix.join(dir.slice(moduleDir.length + 1).replaceAll('\\', '/'), file));
        }
    };
    const context = {
        configure_module_dirname: moduleDir,
        ARG_ENABLE(name, help, preset) {
            context[`PHP_${name.toUpperCase()}`] = enabled ? 'yes' : preset;
            context[`PHP_${name.toUpperCase()}_SHARED`] = enabled;
        },
        CHECK_LIB: found,
        CHECK_HEADER_ADD_INCLUDE: found,
        EXTENSION(name, files, shared, cflags) {
            built.extensions.push(name);
            addSources(moduleDir, files, name);
            if (!shared || !/\/DZEND_ENABLE_STATIC_TSRMLS_CACHE=1/.test(cflags)) {
                problems.push('EXTENSION: not shared, or without ZEND_ENABLE_STATIC_TSRMLS_CACHE');
            }
        },
        ADD_SOURCES: addSources,
        WARNING: (text) => built.warnings.push(text),
    };
    vm.runInNewContext(read('config.w32'), context, { filename: 'config.w32' });
    return built;
}

const w32 = configure(true);
const m4 = [...read('config.m4').matchAll(/^ {2}es_(?:base|proto|net|server|php|php_swoole|php_easyswoole)="([^"]*)"/gm)]
    .flatMap((match) => match[1].split(/\s+/).filter(Boolean));
const tree = readdirSync(path.join(root, 'src'), { recursive: true })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.c'));

/** Reports what is in one list only, and what is in a list twice. */
function compare(nameA, a, nameB, b) {
    for (const file of a.filter((f) => !b.includes(f))) {
        problems.push(`${file} is in ${nameA}, but not in ${nameB}`);
    }
    for (const file of b.filter((f) => !a.includes(f))) {
        problems.push(`${file} is in ${nameB}, but not in ${nameA}`);
    }
    for (const [name, list] of [[nameA, a], [nameB, b]]) {
        for (const file of list.filter((f, i) => list.indexOf(f) !== i)) {
            problems.push(`${file} is twice in ${name}`);
        }
    }
}
compare('config.m4', ['easyswoole.c', ...m4], 'config.w32', w32.sources);
compare('config.m4', m4, 'src/', tree);

if (w32.extensions.join() !== 'easyswoole' || w32.warnings.length > 0) {
    problems.push('config.w32 does not build exactly one extension without a warning');
}
for (const library of w32.libraries) {
    const without = configure(true, library);
    if (without.extensions.length !== 0 || without.warnings.length !== 1) {
        problems.push(`config.w32 does not stop with one warning when ${library} is missing`);
    }
}
if (configure(false).extensions.length !== 0) {
    problems.push('config.w32 builds the extension though it is not enabled');
}

problems.forEach((problem) => console.log(problem));
console.log(problems.length === 0 ? `config.w32: ${w32.sources.length} sources, as in config.m4 and in src/` : 'config.w32 is wrong');
process.exit(problems.length === 0 ? 0 : 1);
