// Runs an example for the length of a test file, on a port that the kernel picks.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const SOURCE = process.env.EASYSWOOLE_SOURCE ?? path.resolve(import.meta.dirname ?? '.', '../..');
const PHP = process.env.EASYSWOOLE_PHP ?? 'php';
const EXTENSION = process.env.EASYSWOOLE_SO ?? 'easyswoole';
const PATIENCE = 15_000; // milliseconds for starting and for ending

/** A promise that fails after a while. */
export function within(milliseconds, promise, what) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${what}: nothing in ${milliseconds} ms`)), milliseconds);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

export class Server {
    /** Starts `php <script> 0 127.0.0.1 <more>` and waits for its line "listening on http://127.0.0.1:PORT/". */
    static async start(script, ...more) {
        const server = new Server();
        server.output = '';
        server.process = spawn(PHP, ['-n', '-d', `extension=${EXTENSION}`, path.join(SOURCE, script), '0', '127.0.0.1', ...more],
            { stdio: ['ignore', 'pipe', 'pipe'] });
        server.exited = once(server.process, 'exit');
        const listening = new Promise((resolve, reject) => {
            const collect = (bytes) => {
                server.output += bytes;
                const match = /listening on http:\/\/127\.0\.0\.1:(\d+)\//.exec(server.output);
                if (match) {
                    resolve(Number(match[1]));
                }
            };
            server.process.stdout.on('data', collect);
            server.process.stderr.on('data', collect);
            server.exited.then(([code]) => reject(new Error(`${script} ended with ${code}:\n${server.output}`)), reject);
        });
        try {
            server.port = await within(PATIENCE, listening, script);
        } catch (error) {
            server.process.kill('SIGKILL');
            throw error;
        }
        server.http = `http://127.0.0.1:${server.port}/`;
        server.ws = `ws://127.0.0.1:${server.port}/`;
        return server;
    }

    /** Ends the server with SIGTERM: it must exit with status 0, and its log must be clean. */
    async stop() {
        this.process.kill('SIGTERM');
        const [code, signal] = await within(PATIENCE, this.exited, 'the end of the server').catch((error) => {
            this.process.kill('SIGKILL');
            throw error;
        });
        assert.deepEqual({ code, signal }, { code: 0, signal: null }, this.output);
        assert.doesNotMatch(this.output, /^\[[^\]]* #\d+\]\s+(WARNING|ERROR)|^(PHP )?(Warning|Fatal error|Notice|Deprecated):/m);
    }
}
