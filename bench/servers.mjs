// Starts the servers that are measured, on a core of their own, and ends them whatever happens.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const HERE = import.meta.dirname;
const PATIENCE = 10_000; // milliseconds to start, and to end

const children = new Map(); // running processes, by their id

/** The ids of a process's descendants, deepest first. */
function descendants(pid) {
    const found = [];
    try {
        for (const thread of readdirSync(`/proc/${pid}/task`)) {
            for (const child of readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean)) {
                found.push(...descendants(child), Number(child));
            }
        }
    } catch {
        // it has ended
    }
    return found;
}

function kill(pid) {
    for (const id of [...descendants(pid), pid]) {
        try {
            process.kill(id, 'SIGKILL');
        } catch {
            // it has ended
        }
    }
}

/** Ends everything that was started and still runs, at once. */
export function killAll() {
    [...children.keys()].forEach(kill);
}

/** spawn(), pinned to cores; ended by killAll(). @param cores as taskset knows them; '' for any */
export function start(cores, command, args, options) {
    const pin = cores === '' ? [] : ['taskset', '-c', cores];
    const [program, ...rest] = [...pin, command, ...args]; // taskset becomes the command: the process keeps its id
    const child = spawn(program, rest, options);
    child.exited = once(child, 'close').then(([code, signal]) => ({ code, signal }));
    child.once('exit', () => children.delete(child.pid));
    if (child.pid !== undefined) {
        children.set(child.pid, child);
    }
    return child;
}

function version(command, ...args) {
    const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
    return status === 0 ? stdout.trim() : null;
}

/** PHP without an ini file, with Swoole; which may have been built against the extension sockets. */
function phpWithSwoole(extension) {
    for (const before of [[], ['-d', 'extension=sockets']]) {
        const args = ['-n', '-d', 'memory_limit=-1', ...before, '-d', `extension=${extension}`]; // thousands of connections need it
        const found = version('php', ...args, '-r', 'echo phpversion("swoole");');
        if (/^\d/.test(found ?? '')) { // PHP says on stdout, too, what it could not load
            return { args, version: found };
        }
    }
    return null;
}

/**
 * The servers that can be measured here.
 *
 * @param build directory of the programs and of npm's packages
 * @param easyswoole extension file
 * @param given files of what is not fetched: {swoole: extension, uws: program}; either may be undefined
 * @return by name: {title, version, command(what, options): [program, ...arguments], environment}; or {title, missing: why}
 */
export function findServers(build, easyswoole, { swoole, uws }) {
    const script = path.join(HERE, 'servers/easyswoole.php'), modules = path.join(build, 'node_modules');
    const php = version('php', '-r', 'echo PHP_VERSION;');
    const bun = path.join(modules, `@oven/bun-linux-${process.arch === 'arm64' ? 'aarch64' : 'x64'}`, 'bin/bun');
    const servers = {
        easyswoole: {
            title: 'easyswoole',
            version: `${version('php', '-n', '-d', `extension=${easyswoole}`, '-r', 'echo phpversion("easyswoole");')}, PHP ${php}`,
            command: (what, options = []) => ['php', '-n', '-d', `extension=${easyswoole}`, script, what, ...options],
        },
        floor: {
            title: 'bare epoll',
            version: 'bench/servers/floor.c',
            command: (what) => [path.join(build, 'floor'), ...(what === 'broadcast' ? ['-b'] : [])],
        },
        uws: {
            title: 'uWebSockets',
            version: uws,
            missing: uws ? undefined : 'no --uws file was given',
            command: (what) => [path.resolve(uws), what],
        },
        bun: {
            title: 'Bun',
            version: version(bun, '--version'),
            command: (what) => [bun, path.join(HERE, 'servers/bun.mjs'), what],
        },
        ws: {
            title: 'npm ws',
            command: (what) => ['node', path.join(HERE, 'servers/ws.mjs'), what],
        },
    };
    if (!servers.bun.version) {
        servers.bun.missing = existsSync(bun) ? 'it does not run on this CPU' : 'npm could not install it';
    }
    if (existsSync(path.join(modules, 'ws'))) {
        servers.ws.version = `${JSON.parse(readFileSync(path.join(modules, 'ws/package.json'))).version}, node ${process.version}`;
    } else {
        servers.ws.missing = 'npm could not install it';
    }
    const found = swoole && phpWithSwoole(swoole);
    for (const [name, title, coroutines] of [['swoole', 'Swoole', 0], ['swoole-co', 'Swoole, coroutines', 1]]) {
        servers[name] = {
            title,
            version: found && `${found.version}, BASE, PHP ${php}`,
            missing: found ? undefined : swoole ? `php cannot load ${swoole}` : 'no --swoole file was given',
            command: (what, options = []) => ['php', ...found.args, script, what === 'broadcast' ? 'broadcast-loop' : what,
                `enable_coroutine=${coroutines}`, ...options],
        };
    }
    return servers;
}

/** A server that listens: {pid, port, output, stop()}. */
export async function startServer(server, cores, what, options, build) {
    const [program, ...args] = server.command(what, options);
    const child = start(cores, program, args,
        { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, BENCH_MODULES: build }, cwd: build });
    const running = { pid: child.pid, output: '', stop };

    async function stop() {
        child.kill('SIGTERM');
        if (!await Promise.race([child.exited, sleep(PATIENCE, false, { ref: false })])) {
            kill(child.pid);
            await child.exited;
        }
    }

    const listening = new Promise((resolve, reject) => {
        for (const stream of [child.stdout, child.stderr]) {
            createInterface({ input: stream }).on('line', (line) => {
                const match = /^listening on (\d+)$/.exec(line);
                if (match) {
                    resolve(Number(match[1]));
                } else {
                    running.output += `${line}\n`;
                }
            });
        }
        child.exited.then(() => reject(new Error(running.output.trim() || 'it ended without a word')), reject);
    });
    const late = sleep(PATIENCE, null, { ref: false }).then(() => { throw new Error('it does not listen'); });
    late.catch(() => {}); // when nobody waits for it any more
    listening.catch(() => {});
    try {
        running.port = await Promise.race([listening, late]);
    } catch (error) {
        await stop();
        throw error;
    }
    return running;
}

/** Processors that this process may use. */
export function processors() {
    const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1];
    return list.split(',').flatMap((range) => {
        const [first, last = first] = range.split('-').map(Number);
        return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    });
}

/** What a report should say about the machine. */
export function machine() {
    const cpu = /^model name\s*:\s*(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? process.arch;
    return `${cpu}, ${processors().length} cores, Linux ${execFileSync('uname', ['-r'], { encoding: 'utf8' }).trim()}`;
}
