// How many instructions the server needs for one message, counted by valgrind: a figure that does not depend on the machine's mood.
//
//     node budget.mjs           compare with budget.json; fails when one is over by more than 3 %
//     node budget.mjs --update  write budget.json anew
//
// One server runs under callgrind; each case is played once to warm up and once to be counted. What a tick of the loop and the kernel's
// splitting of large messages add differs from run to run by far less than the tolerance.

import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const TOLERANCE = 0.03;
const PATIENCE = 300_000; // milliseconds for everything
const HERE = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const FILE = path.join(HERE, 'budget.json');
const run = promisify(execFile);

function frame(first, payload) {
    const length = payload.length, head = Buffer.alloc(length < 126 ? 2 : length < 65536 ? 4 : 10);
    head[0] = first;
    head[1] = 0x80 | (length < 126 ? length : length < 65536 ? 126 : 127);
    if (length >= 65536) {
        head.writeBigUInt64BE(BigInt(length), 2);
    } else if (length >= 126) {
        head.writeUInt16BE(length, 2);
    }
    const key = Buffer.from([1, 2, 3, 4]), masked = Buffer.from(payload);
    for (let i = 0; i < length; i++) {
        masked[i] ^= key[i & 3];
    }
    return Buffer.concat([head, key, masked]);
}

/** A connection that counts what it gets. */
class Peer {
    received = 0;
    #wanted = 0;
    #resolve = null;

    constructor(port) {
        this.socket = net.connect(port, '127.0.0.1').setNoDelay(true);
        this.socket.on('data', (bytes) => {
            this.received += bytes.length;
            if (this.#resolve && this.received >= this.#wanted) {
                this.#resolve();
                this.#resolve = null;
            }
        });
        this.socket.on('error', (error) => {
            throw error;
        });
    }

    /** Waits for `count` more bytes. */
    get(count) {
        this.#wanted += count;
        return this.received >= this.#wanted ? undefined : new Promise((resolve) => {
            this.#resolve = resolve;
        });
    }

    async end() {
        this.socket.end();
        await once(this.socket, 'close');
    }
}

const UPGRADE = 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n'
    + 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nUser-Agent: budget\r\nOrigin: http://127.0.0.1\r\n\r\n';

/** How long the answer to `request` is; the next one has the same length. */
async function answerLength(port, request, end) {
    const socket = net.connect(port, '127.0.0.1');
    let all = '';
    socket.on('data', (bytes) => (all += bytes.toString('latin1')));
    socket.write(request);
    while (!all.includes('\r\n\r\n') || !all.endsWith(end)) {
        await once(socket, 'data');
    }
    socket.destroy();
    await once(socket, 'close');
    return all.length;
}

async function open(port) {
    const length = await (lengths[port] ??= answerLength(port, UPGRADE, '\r\n\r\n'));
    const peer = new Peer(port);
    peer.socket.write(UPGRADE);
    await peer.get(length);
    return peer;
}

const lengths = {};

const echo = (size, first = 0x81) => async (port, count) => {
    const peer = await open(port), message = frame(first, Buffer.alloc(size, 'x'));
    const answer = size + (size < 126 ? 2 : size < 65536 ? 4 : 10);
    await measured(async () => {
        for (let i = 0; i < count; i++) {
            peer.socket.write(message);
            await peer.get(answer);
        }
    });
    await peer.end();
};

/** Echoes of 64 bytes that come `many` in one segment, and so leave in one. */
const pipelined = (many) => async (port, count) => {
    const peer = await open(port), messages = Buffer.concat(Array(many).fill(frame(0x81, Buffer.alloc(64, 'x'))));
    await measured(async () => {
        for (let i = 0; i < count; i++) {
            peer.socket.write(messages);
            await peer.get(many * 66);
        }
    });
    await peer.end();
};

const handshakes = async (port, count) => {
    await (await open(port)).end();
    await measured(async () => {
        for (let i = 0; i < count; i++) {
            await (await open(port)).end();
        }
    });
};

const receivers = [];
const broadcast = (word) => async (port, count) => {
    while (receivers.length < 1000) {
        receivers.push(await open(port));
    }
    const message = frame(0x81, Buffer.from(word));
    await measured(async () => {
        for (let i = 0; i < count; i++) {
            receivers[0].socket.write(message);
            await Promise.all(receivers.map((peer) => peer.get(66)));
        }
    });
};

const requests = async (port, count) => {
    const request = 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', length = await answerLength(port, request, 'hello');
    const peer = new Peer(port);
    await measured(async () => {
        for (let i = 0; i < count; i++) {
            peer.socket.write(request);
            await peer.get(length);
        }
    });
    await peer.end();
};

/** name: [what is played, which port, how often, what one is]. Broadcasts come last: their receivers stay. */
const cases = {
    'echo of 64 bytes of text': [echo(64), 0, 3000, 1],
    'echo of 64 bytes, 16 in one segment': [pipelined(16), 0, 1000, 16],
    'echo of 1 KiB of text': [echo(1024), 0, 2000, 1],
    'echo of 64 KiB, binary': [echo(65536, 0x82), 0, 200, 1],
    'handshake, built-in': [handshakes, 0, 300, 1],
    'handshake in PHP': [handshakes, 1, 300, 1],
    'request over keep-alive': [requests, 0, 2000, 1],
    'broadcast() to 1,000, per receiver': [broadcast('broadcast'), 2, 20, 1000],
    'loop with push() over 1,000, per receiver': [broadcast('loop'), 2, 20, 1000],
};

// ---- counting --------------------------------------------------------------------------------------------------------------------

const directory = mkdtempSync(path.join(os.tmpdir(), 'easyswoole-budget-'));
const server = spawn('valgrind', ['--tool=callgrind', `--callgrind-out-file=${directory}/out`, `--vgdb-prefix=${directory}/vgdb`, '-q', 'php', '-n',
    '-d', 'pcre.jit=0', '-d', `extension=${process.env.EASYSWOOLE_SO ?? 'easyswoole'}`, path.join(HERE, 'budget.php')],
    { stdio: ['ignore', 'pipe', 'inherit'] });
const exited = once(server, 'exit');
process.on('exit', () => server.kill('SIGKILL'));
setTimeout(() => {
    console.error('the server does not answer');
    process.exit(1);
}, PATIENCE).unref();
const control = (...words) => run('callgrind_control', [`--vgdb-prefix=${directory}/vgdb`, ...words, String(server.pid)]);

let counting = false;

/** Runs the part of a case that counts. */
async function measured(play) {
    if (counting) {
        await control('-z');
    }
    await play();
    if (counting) {
        await control('-d');
    }
}

/** Instructions of the newest dump. */
function dumped() {
    const files = readdirSync(directory).filter((name) => /^out\.\d+$/.test(name)).sort((a, b) => a.slice(4) - b.slice(4));
    return Number(/^(?:totals|summary): (\d+)/m.exec(readFileSync(path.join(directory, files.at(-1)), 'latin1'))[1]);
}

const phpVersion = execFileSync('php', ['-n', '-r', 'echo PHP_VERSION;'], { encoding: 'latin1' });
const conditions = { php: phpVersion.split('.').slice(0, 2).join('.'), arch: process.arch };
const found = {};
try {
    let output = '';
    server.stdout.on('data', (bytes) => (output += bytes));
    while (!/ports \d+ \d+ \d+\n/.test(output)) {
        await Promise.race([once(server.stdout, 'data'), exited.then(() => assert.fail(`the server has ended: ${output}`))]);
    }
    const ports = /ports (\d+) (\d+) (\d+)/.exec(output).slice(1).map(Number);
    for (const [name, [play, port, count, each]] of Object.entries(cases)) {
        counting = false;
        await play(ports[port], Math.max(2, count / 20));
        counting = true;
        await play(ports[port], count);
        found[name] = Math.round(dumped() / count / each);
    }
} finally {
    for (const { socket } of receivers) {
        socket.destroy();
    }
    server.kill('SIGTERM');
    await exited;
    rmSync(directory, { recursive: true });
}

if (process.argv.includes('--update')) {
    writeFileSync(FILE, `${JSON.stringify({ conditions, instructions: found }, null, 4)}\n`);
}
const budget = JSON.parse(readFileSync(FILE, 'utf8'));
const comparable = JSON.stringify(budget.conditions) === JSON.stringify(conditions);
let failed = 0;
console.log('instructions of the server per message'.padEnd(46), 'budget'.padStart(9), 'counted'.padStart(9));
for (const [name, count] of Object.entries(found)) {
    const ratio = count / budget.instructions[name], over = !(ratio <= 1 + TOLERANCE);
    failed += over;
    console.log(name.padEnd(46), String(budget.instructions[name]).padStart(9), String(count).padStart(9), `${((ratio - 1) * 100).toFixed(1)} %`.padStart(8),
        over ? ' OVER' : ratio < 1 - TOLERANCE ? ' better: update bench/budget.json' : '');
}
if (!comparable) {
    console.log(`budget.json was made with ${JSON.stringify(budget.conditions)}, this is ${JSON.stringify(conditions)}: nothing is judged`);
    failed = 0;
}
console.log(`${Object.keys(found).length - failed} passed, ${failed} failed, 0 skipped`);
process.exit(failed ? 1 : 0);
