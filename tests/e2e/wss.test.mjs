// npm's ws and node's own TLS against examples/wss.php

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { after, before, test } from 'node:test';
import { Client } from './client.mjs';
import { Server, within } from './server.mjs';

const directory = mkdtempSync(path.join(os.tmpdir(), 'easyswoole-'));
const files = [path.join(directory, 'server.crt'), path.join(directory, 'server.key')];
let server;
before(async () => {
    makeCertificate();
    server = await Server.start('examples/wss.php', ...files, '2');
});
after(async () => {
    await server?.stop();
    rmSync(directory, { recursive: true });
});

function makeCertificate() {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
        '-subj', '/CN=localhost', '-keyout', files[1], '-out', files[0]], { stdio: 'ignore' });
}

const open = () => Client.open(server.ws, { rejectUnauthorized: false });

test('messages of all sizes come back as they were', async () => {
    const client = await open();
    for (const size of [0, 1, 125, 126, 16384, 65536, 1 << 20, 16 << 20]) {
        const data = randomBytes(size);
        client.send(data);
        assert.ok((await client.next()).data.equals(data));
    }
    client.send('Grüße, 世界');
    assert.equal((await client.next()).data, 'Grüße, 世界');
    assert.deepEqual(await client.close(1000), { code: 1000, reason: '' });
});

test('many clients at once', async () => {
    const talk = async (_, id) => {
        const client = await open();
        for (let i = 0; i < 20; i++) {
            client.send(`${id}:${i}`);
        }
        for (let i = 0; i < 20; i++) {
            assert.equal((await client.next()).data, `${id}:${i}`);
        }
        assert.equal((await client.close(1000)).code, 1000);
    };
    await Promise.all(Array.from({ length: 100 }, talk));
});

/** One https request: whether its TLS session was resumed, the session to resume next time, the worker. */
async function visit(session, version) {
    const socket = tls.connect({ host: '127.0.0.1', port: server.port, rejectUnauthorized: false, session, minVersion: version, maxVersion: version });
    let next = session, text = '';
    socket.on('session', (ticket) => {
        next = ticket;
    });
    socket.on('data', (data) => {
        text += data;
    });
    await within(5000, once(socket, 'secureConnect'), 'the TLS handshake');
    const resumed = socket.isSessionReused();
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    await within(5000, once(socket, 'end'), 'the answer');
    socket.destroy();
    return { resumed, session: next, worker: /worker (\d+)/.exec(text)[1] };
}

for (const version of ['TLSv1.2', 'TLSv1.3']) {
    test(`sessions of ${version} are resumed in every worker, behind a reload and with a new certificate`, async () => {
        let { resumed, session, worker } = await visit(undefined, version);
        assert.equal(resumed, false);
        const resumedBy = async (known, others) => {
            for (let i = 0; i < 200 && others.size < 2; i++) {
                const next = await visit(session, version);
                assert.equal(next.resumed, true, `by worker ${next.worker}`);
                session = next.session;
                if (!known.has(next.worker)) {
                    others.add(next.worker);
                }
            }
            assert.equal(others.size, 2, 'both workers');
            return others;
        };
        const old = await resumedBy(new Set(), new Set([worker]));
        makeCertificate();
        server.process.kill('SIGHUP');
        server.process.kill('SIGUSR1');
        await resumedBy(old, new Set());
    });
}
