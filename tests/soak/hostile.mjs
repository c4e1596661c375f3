// Honest and hostile clients, mixed at random:
//
//     node hostile.mjs [seconds [clients at a time]]
//
// The honest ones must not notice; memory and descriptors of all processes must not grow; and at the end the server's counters
// must say exactly what was done to it: opens and closes, and how often each limit was passed.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import tls from 'node:tls';
import { deflateRawSync } from 'node:zlib';
import { Client } from './client.mjs';
import { Server } from './server.mjs';

const seconds = Number(process.argv[2] ?? 60), parallel = Number(process.argv[3] ?? 40);
const PATIENCE = 15_000;

// ---- a client that sends bytes -----------------------------------------------------------------------------------------------

const UPGRADE = 'GET / HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n'
    + 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';

/** A frame masked with zeros, which leave the payload as it is. */
function frame(first, payload, length = payload.length) {
    const head = Buffer.alloc(length < 126 ? 2 : length < 65536 ? 4 : 10);
    head[0] = first;
    if (length < 126) {
        head[1] = 0x80 | length;
    } else if (length < 65536) {
        head[1] = 0xfe;
        head.writeUInt16BE(length, 2);
    } else {
        head[1] = 0xff;
        head.writeBigUInt64BE(BigInt(length), 2);
    }
    return Buffer.concat([head, Buffer.alloc(4), Buffer.from(payload)]);
}

class Raw {
    #chunks = [];

    static async connect(port, make = net.connect) {
        const raw = new Raw();
        raw.socket = make({ port, host: '127.0.0.1', rejectUnauthorized: false });
        raw.socket.on('data', (bytes) => raw.#chunks.push(bytes));
        raw.ended = new Promise((resolve) => raw.socket.on('close', resolve));
        raw.socket.on('error', () => {});
        raw.socket.setTimeout(PATIENCE, () => raw.socket.destroy(new Error('nothing happens')));
        await once(raw.socket, make === net.connect ? 'connect' : 'secureConnect');
        return raw;
    }

    get received() {
        return Buffer.concat(this.#chunks);
    }

    send(bytes) {
        this.socket.write(bytes);
    }

    /** Waits until what was received holds `text`. */
    async until(text) {
        while (!this.received.includes(text)) {
            assert.ok(!this.socket.destroyed, `closed before ${JSON.stringify(text)} came`);
            await Promise.race([once(this.socket, 'data').catch(() => {}), this.ended]);
        }
    }

    async upgrade(extra = '') {
        this.send(`${UPGRADE}${extra}\r\n`);
        await this.until('\r\n\r\n');
        assert.ok(this.received.includes('HTTP/1.1 101'), this.received.toString());
    }

    /** Waits for a close frame with this code, answers it, and waits for the end. */
    async closedWith(code) {
        const wanted = Buffer.from([code >> 8, code & 255]);
        const found = () => {
            const all = this.received, at = all.lastIndexOf(wanted);
            return at >= 2 && all[at - 2] === 0x88;
        };
        while (!found() && !this.socket.destroyed) {
            await Promise.race([once(this.socket, 'data').catch(() => {}), this.ended]);
        }
        assert.ok(found(), `no close frame with ${code}`);
        if (!this.socket.destroyed) {
            this.send(frame(0x88, wanted));
            this.socket.end();
        }
        await this.ended;
    }

    async answered(status) {
        await this.ended;
        assert.match(this.received.toString(), new RegExp(`HTTP/1\\.1 ${status} `));
    }

    reset() {
        this.socket.resetAndDestroy();
    }
}

// ---- what clients do: each returns the name of the counter that must have gone up by one, or nothing -----------------------------

let ports;

const honest = {
    async echo() {
        const client = await Client.open(ports.ws);
        for (let i = 0; i < 20; i++) {
            const data = randomBytes(randomInt(2000)).toString('hex');
            client.send(data);
            assert.equal((await client.next()).data, data);
        }
        assert.equal((await client.close(1000)).code, 1000);
    },
    async large() {
        const client = await Client.open(ports.ws), data = randomBytes(1 << 20);
        client.send(data);
        assert.ok((await client.next()).data.equals(data));
        assert.equal((await client.close(1000)).code, 1000);
    },
    async compressed() {
        const client = await Client.open(ports.ws, { perMessageDeflate: { threshold: 0 } });
        for (const size of [0, 10, 1000, 100000]) {
            const data = 'compress me! '.repeat(size / 10);
            client.send(data);
            assert.equal((await client.next()).data, data);
        }
        assert.equal((await client.close(1000)).code, 1000);
    },
    async secure() {
        const client = await Client.open(`wss://127.0.0.1:${ports.tls}/`, { rejectUnauthorized: false });
        const data = randomBytes(randomInt(100000));
        client.send(data);
        assert.ok((await client.next()).data.equals(data));
        assert.equal((await client.close(1000)).code, 1000);
    },
    async proxied() {
        const raw = await Raw.connect(ports.proxied);
        raw.send('PROXY TCP4 192.0.2.1 198.51.100.1 1 2\r\n');
        await raw.upgrade();
        raw.send(frame(0x81, 'hi'));
        await raw.until('hi');
        raw.send(frame(0x88, Buffer.from([3, 232])));
        await raw.closedWith(1000);
    },
    async requests() {
        const raw = await Raw.connect(ports.plain);
        for (let i = 0; i < 10; i++) {
            raw.send(`POST / HTTP/1.1\r\nHost: h\r\nContent-Length: ${i + 100}\r\n${i < 9 ? '' : 'Connection: close\r\n'}\r\n${'x'.repeat(i + 100)}`);
            await raw.until(`\r\n${i + 100}\n`);
        }
        await raw.ended;
    },
    async disconnected() {
        const client = await Client.open(ports.ws);
        client.send('close');
        assert.deepEqual(await client.closed, { code: 4000, reason: 'as you like' });
    },
};

const bomb = deflateRawSync(Buffer.alloc(64 << 20), { finishFlush: 2 }).subarray(0, -4);
const protocolError = 'protocol_error_count';

/** Sends bytes to a WebSocket, which are answered by a close frame. */
async function breach(code, ...parts) {
    const raw = await Raw.connect(ports.plain);
    await raw.upgrade();
    for (const part of parts) {
        raw.send(part);
    }
    await raw.closedWith(code);
}

async function request(status, text) {
    const raw = await Raw.connect(ports.plain);
    raw.send(text);
    await raw.answered(status);
}

const hostile = {
    async unmasked() {
        await breach(1002, Buffer.from([0x81, 1, 0x78]));
        return protocolError;
    },
    async reservedOpcode() {
        await breach(1002, frame(0x83 + randomInt(5), 'x'));
        return protocolError;
    },
    async reservedBits() {
        await breach(1002, frame(0x81 | 0x10 << randomInt(3), 'x'));
        return protocolError;
    },
    async badText() {
        await breach(1007, frame(0x01, 'x'), frame(0x00, Buffer.from([0xed, 0xa0, 0x80])));
        return protocolError;
    },
    async badCloseCode() {
        await breach(1002, frame(0x88, Buffer.from([0, randomInt(256)])));
        return protocolError;
    },
    async tooLong() {
        await breach(1009, frame(0x82, '', (1 << 20) + 1 + randomInt(1 << 30)));
        return 'message_limit_count';
    },
    async fragments() {
        await breach(1009, ...Array.from({ length: 101 }, (_, i) => frame(i ? 0 : 1, 'x')));
        return 'fragment_limit_count';
    },
    async bomb() {
        const raw = await Raw.connect(ports.plain);
        await raw.upgrade('Sec-WebSocket-Extensions: permessage-deflate\r\n');
        raw.send(frame(0xc2, bomb));
        await raw.closedWith(1009);
        return 'inflate_limit_count';
    },
    async brokenDeflate() {
        const raw = await Raw.connect(ports.plain);
        await raw.upgrade('Sec-WebSocket-Extensions: permessage-deflate\r\n');
        raw.send(frame(0xc2, Buffer.from([0xff, 0xff, 0xff])));
        await raw.closedWith(1007);
        return protocolError;
    },
    async garbage() {
        await request(400, Buffer.concat([Buffer.from([randomInt(0x20)]), randomBytes(200)]));
        return protocolError;
    },
    async smuggling() {
        await request(400, 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET');
        return protocolError;
    },
    async endlessHead() {
        await request(431, `GET / HTTP/1.1\r\nX: ${'x'.repeat(70000)}`);
        return 'head_limit_count';
    },
    async manyFields() {
        await request(431, `GET / HTTP/1.1\r\n${'X: y\r\n'.repeat(129)}`);
        return 'field_limit_count';
    },
    async largeBody() {
        await request(413, 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999\r\n\r\n');
        return 'body_limit_count';
    },
    async slowRequest() {
        const raw = await Raw.connect(ports.plain);
        for (const c of UPGRADE) {
            if (raw.socket.destroyed || raw.received.length > 0) {
                break;
            }
            raw.send(c);
            await Promise.race([sleep(100), raw.ended]);
        }
        await raw.answered(408);
        return 'request_timeout_count';
    },
    async silent() {
        const raw = await Raw.connect(ports.plain);
        await raw.ended;
        assert.equal(raw.received.length, 0);
        return 'request_timeout_count';
    },
    async neverAnswersTheClose() {
        const raw = await Raw.connect(ports.plain);
        await raw.upgrade();
        raw.send(frame(0x81, 'close'));
        await raw.ended;
        return 'close_timeout_count';
    },
    async doesNotRead() {
        const raw = await Raw.connect(ports.plain);
        await raw.upgrade();
        raw.socket.pause();
        raw.send(frame(0x81, 'large'));
        await sleep(6000);
        raw.reset();
        return 'output_timeout_count';
    },
    async floods() {
        const raw = await Raw.connect(ports.limited);
        await raw.upgrade();
        raw.send(Buffer.concat(Array.from({ length: 1000 }, () => frame(0x89, ''))));
        await raw.closedWith(1008);
        return 'message_rate_count';
    },
    async throws() {
        const raw = await Raw.connect(ports.plain);
        await raw.upgrade();
        raw.send(frame(0x81, 'throw'));
        await raw.closedWith(1011);
    },
    async leaves() {
        const raw = await Raw.connect(ports.plain);
        await raw.upgrade();
        raw.send(Buffer.concat([frame(0x01, randomBytes(randomInt(1000)).toString('hex')), frame(0x80, '', 5000).subarray(0, randomInt(1, 8))]));
        await sleep(randomInt(20));
        randomInt(2) ? raw.reset() : raw.socket.end();
    },
    async leavesWithARequest() {
        const raw = await Raw.connect(ports.plain);
        raw.send(UPGRADE.slice(0, randomInt(UPGRADE.length)));
        await sleep(randomInt(5));
        randomInt(2) ? raw.reset() : raw.socket.destroy();
    },
    async plainTextToTls() {
        const raw = await Raw.connect(ports.tls);
        raw.send('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
        await raw.answered(400);
        return 'tls_failure_count';
    },
    async garbageToTls() {
        const raw = await Raw.connect(ports.tls);
        raw.send(Buffer.concat([Buffer.from([0x16, 3, 1, 0, 100]), randomBytes(100)]));
        await raw.ended;
        return 'tls_failure_count';
    },
    async badTextOverTls() {
        const raw = await Raw.connect(ports.tls, tls.connect);
        await raw.upgrade();
        raw.send(frame(0x81, Buffer.from([0xff])));
        await raw.closedWith(1007);
        return protocolError;
    },
    async noProxyHeader() {
        const raw = await Raw.connect(ports.proxied);
        raw.send(UPGRADE);
        await raw.ended;
        return protocolError;
    },
};

// ---- watching --------------------------------------------------------------------------------------------------------------------

async function stats() {
    const client = await Client.open(ports.ws);
    client.send('stats');
    const answer = await client.nextJson();
    await client.close(1000);
    return answer;
}

/** Resident kB and descriptors of each process. */
function usage(pids) {
    return pids.map((pid) => ({
        pid,
        resident: Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]),
        files: readdirSync(`/proc/${pid}/fd`).length,
    }));
}

const descriptors = (processes) => processes.reduce((sum, { files }) => sum + files, 0);

/** … when nothing changes any more: the last descriptors are closed a moment after the client has seen the end. */
async function settled(pids) {
    for (let last = usage(pids), i = 0; i < 50; i++) {
        await sleep(200);
        const now = usage(pids);
        if (descriptors(now) === descriptors(last)) {
            return now;
        }
        last = now;
    }
    assert.fail('descriptors come and go');
}

async function quiet() {
    for (let i = 0; i < 300; i++) {
        const now = await stats();
        if (now.connection_num === 1 && now.closing_num === 0) {
            return now;
        }
        await sleep(50);
    }
    assert.fail('connections are left');
}

const done = {}, expected = {};

async function one() {
    const all = [...Object.entries(honest), ...Object.entries(hostile)], [name, run] = all[randomInt(all.length)];
    const counter = await run().catch((error) => {
        throw new Error(`${name}: ${error.message}`, { cause: error });
    });
    done[name] = (done[name] ?? 0) + 1;
    if (counter) {
        expected[counter] = (expected[counter] ?? 0) + 1;
    }
}

/** Lets `parallel` clients at a time come for some seconds. */
async function storm(length) {
    const end = Date.now() + 1000 * length;
    await Promise.all(Array.from({ length: parallel }, async () => {
        while (Date.now() < end) {
            await one();
        }
    }));
    return quiet();
}

const directory = mkdtempSync(path.join(os.tmpdir(), 'easyswoole-')), files = ['server.crt', 'server.key'].map((name) => path.join(directory, name));
execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
    '-subj', '/CN=localhost', '-keyout', files[1], '-out', files[0]], { stdio: 'ignore' });
const server = await Server.start('tests/soak/hostile.php', ...files);
const [, secure, proxied, limited] = /ports (\d+) (\d+) (\d+)/.exec(server.output).map(Number);
ports = { plain: server.port, ws: server.ws, tls: secure, proxied, limited };
try {
    const rounds = 10;
    let now = await storm(seconds / rounds); // the memory that it needs at all is touched
    const first = await settled(now.pids);
    for (let round = 1; round < rounds; round++) {
        now = await storm(seconds / rounds);
        console.log(`${Object.values(done).reduce((a, b) => a + b)} clients;`, usage(now.pids).map(({ resident, files: count }) => `${resident} kB, ${count} files`).join('; '));
    }
    const last = await settled(now.pids);
    for (const [i, { pid, resident }] of first.entries()) {
        assert.equal(last[i].pid, pid, 'a process has died');
        assert.ok(last[i].resident < resident * 1.1 + 2048, `process ${pid} grew from ${resident} to ${last[i].resident} kB`);
    }
    assert.equal(descriptors(last), descriptors(first), 'descriptors');
    for (const [counter, times] of Object.entries(expected)) {
        assert.equal(now[counter], times, counter);
    }
    assert.equal(now.opened, now.closed + 1);
    assert.equal(now.accept_count, now.close_count + 1);
    console.log('each', JSON.stringify(done));
} finally {
    await server.stop();
    rmSync(directory, { recursive: true });
}
