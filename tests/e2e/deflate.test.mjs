// npm's ws with permessage-deflate, in many ways, against a server that compresses

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { Client } from './client.mjs';
import { Server } from './server.mjs';

const NONE = 'permessage-deflate; server_no_context_takeover; client_no_context_takeover';

// What the client offers, and what it must be answered by each of the servers below.
const offers = [
    [true, [NONE, 'permessage-deflate', `${NONE}; server_max_window_bits=9; client_max_window_bits=9`]],
    [{ serverNoContextTakeover: true, clientNoContextTakeover: true }, [NONE, NONE, `${NONE}; server_max_window_bits=9; client_max_window_bits=9`]],
    [{ serverMaxWindowBits: 10, clientMaxWindowBits: 11 }, [
        `${NONE}; server_max_window_bits=10; client_max_window_bits=11`,
        'permessage-deflate; server_max_window_bits=10; client_max_window_bits=11',
        `${NONE}; server_max_window_bits=9; client_max_window_bits=9`,
    ]],
    [{ serverMaxWindowBits: 9, clientMaxWindowBits: 9 }, [
        `${NONE}; server_max_window_bits=9; client_max_window_bits=9`,
        'permessage-deflate; server_max_window_bits=9; client_max_window_bits=9',
        `${NONE}; server_max_window_bits=9; client_max_window_bits=9`,
    ]],
    [{ threshold: 0, zlibDeflateOptions: { level: 9, memLevel: 9 } },
        [NONE, 'permessage-deflate', `${NONE}; server_max_window_bits=9; client_max_window_bits=9`]],
    [{ threshold: 0, zlibDeflateOptions: { level: 0 } }, [NONE, 'permessage-deflate', `${NONE}; server_max_window_bits=9; client_max_window_bits=9`]],
];

const servers = [
    {},
    { websocket_compression_context_takeover: true, websocket_compression_min_length: 0 },
    { websocket_compression_window_bits: 9, websocket_compression_level: 1, websocket_compression_mem_level: 1 },
];

/** As ws shows it, whatever the order of the parameters. */
function agreement(text) {
    return text.split(';').map((part) => part.trim()).sort().join('; ');
}

const messages = [
    'x', '', 'short', 'ä€𝄞 '.repeat(300), JSON.stringify(Array.from({ length: 3000 }, (_, i) => ({ id: i, name: `number ${i}` }))),
    randomBytes(100), randomBytes(70_000), Buffer.alloc(1_000_000), Buffer.alloc(4 << 20, 'pattern '), Buffer.alloc(0),
];

servers.forEach((settings, number) => describe(`server ${JSON.stringify(settings)}`, () => {
    let server;
    before(async () => {
        server = await Server.start('tests/e2e/deflate-server.php', JSON.stringify(settings));
    });
    after(() => server?.stop());

    for (const [perMessageDeflate, answers] of offers) {
        test(`client ${JSON.stringify(perMessageDeflate)}`, async () => {
            const client = await Client.open(server.ws, { perMessageDeflate });
            const extension = client.socket._extensions['permessage-deflate'];
            const said = ['permessage-deflate', ...Object.entries(extension.params).map(([name, value]) => (value === true ? name : `${name}=${value}`))];
            assert.equal(said.sort().join('; '), agreement(answers[number]));
            for (let round = 0; round < 3; round++) {
                for (const message of messages) {
                    client.send(message);
                }
                for (const message of messages) {
                    const { data, isBinary } = await client.next();
                    assert.equal(isBinary, typeof message !== 'string');
                    assert.ok(isBinary ? data.equals(message) : data === message);
                }
            }
            client.send('compressed, '.repeat(500), { fin: false });
            client.socket.ping('in between');
            client.send('in fragments'.repeat(500), { fin: true });
            assert.equal((await client.next()).data, 'compressed, '.repeat(500) + 'in fragments'.repeat(500));
            assert.deepEqual(await client.close(1000), { code: 1000, reason: '' });
        });
    }

    test('a bomb is refused with 1009', async () => {
        const client = await Client.open(server.ws, { perMessageDeflate: true });
        client.socket.on('error', () => {});
        client.send(Buffer.alloc(100 << 20));
        assert.deepEqual(await client.end(), { code: 1009, reason: 'message is too big when inflated' });
    });

    test('many clients at once, half of them with compression', async () => {
        const talk = async (_, id) => {
            const client = await Client.open(server.ws, { perMessageDeflate: id % 2 ? { threshold: 0 } : false });
            for (let i = 0; i < 30; i++) {
                client.send(`${id}:${i} `.repeat(i * 7 + 1));
            }
            for (let i = 0; i < 30; i++) {
                assert.equal((await client.next()).data, `${id}:${i} `.repeat(i * 7 + 1));
            }
            assert.equal((await client.close(1000)).code, 1000);
        };
        await Promise.all(Array.from({ length: 60 }, talk));
    });
}));
