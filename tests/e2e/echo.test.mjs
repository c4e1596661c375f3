// npm's ws against examples/echo.php

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';
import { after, before, test } from 'node:test';
import { Client } from './client.mjs';
import { Server, within } from './server.mjs';

let server;
before(async () => {
    server = await Server.start('examples/echo.php');
});
after(() => server?.stop());

async function echoes(client, data) {
    client.send(data);
    const answer = await client.next();
    assert.equal(answer.isBinary, typeof data !== 'string');
    assert.ok(typeof data === 'string' ? answer.data === data : answer.data.equals(data), 'the same bytes come back');
}

test('text, binary and empty messages come back as they were', async () => {
    const client = await Client.open(server.ws);
    await echoes(client, 'hello');
    await echoes(client, 'Grüße, 世界, 🙂');
    await echoes(client, '');
    await echoes(client, Buffer.from([0, 1, 2, 254, 255]));
    await echoes(client, Buffer.alloc(0));
    assert.deepEqual(await client.close(1000), { code: 1000, reason: '' });
});

test('every form of the length: up to and over 125 bytes, 64 KiB, 1 MiB, 16 MiB', async () => {
    const client = await Client.open(server.ws);
    for (const size of [125, 126, 127, 65535, 65536, 1 << 20, 16 << 20]) {
        await echoes(client, randomBytes(size));
    }
    await echoes(client, 'ü'.repeat(1 << 19));
    await client.close(1000);
});

test('a message in fragments comes back as one', async () => {
    const client = await Client.open(server.ws);
    client.send('one ', { fin: false });
    client.socket.ping('in between');
    client.send('two ', { fin: false });
    client.send('', { fin: false });
    client.send('three', { fin: true });
    assert.deepEqual(await client.next(), { data: 'one two three', isBinary: false });

    const bytes = randomBytes(100_000);
    for (let i = 0; i < bytes.length; i += 1000) {
        client.send(bytes.subarray(i, i + 1000), { binary: true, fin: i + 1000 === bytes.length });
    }
    assert.ok((await client.next()).data.equals(bytes));
    await client.close(1000);
});

test('a ping is answered with its payload; a pong is not answered', async () => {
    const client = await Client.open(server.ws);
    for (const payload of ['', 'p', 'x'.repeat(125)]) {
        const pong = within(5000, once(client.socket, 'pong'), 'a pong');
        client.socket.ping(payload);
        assert.equal((await pong)[0].toString(), payload);
    }
    client.socket.pong('nobody asked');
    await echoes(client, 'still there');
    await client.close(1000);
});

test('the client\'s close code comes back', async () => {
    for (const code of [1000, 1001, 1003, 1007, 1011, 3000, 4999]) {
        const client = await Client.open(server.ws);
        assert.equal((await client.close(code, `because ${code}`)).code, code);
    }
    const client = await Client.open(server.ws);
    assert.equal((await client.close()).code, 1005, 'no code is answered with no code');
});

test('the server closes: 1007 for bytes that are not UTF-8, 1009 for more than package_max_length', async () => {
    const invalid = await Client.open(server.ws);
    invalid.send(Buffer.from([0x68, 0xff]), { binary: false });
    assert.equal((await invalid.end()).code, 1007);

    const large = await Client.open(server.ws);
    large.socket.on('error', () => {}); // the server does not read the rest
    large.send(Buffer.alloc((32 << 20) + 1));
    assert.equal((await large.end()).code, 1009);
});

test('a client that offers permessage-deflate is served', async () => {
    const client = await Client.open(server.ws, { perMessageDeflate: true });
    await echoes(client, 'compressible '.repeat(1000));
    await client.close(1000);
});

test('many clients at once: everybody gets what is theirs, in order', async () => {
    const talk = async (_, id) => {
        const client = await Client.open(server.ws);
        for (let i = 0; i < 50; i++) {
            client.send(`${id}:${i}`);
        }
        for (let i = 0; i < 50; i++) {
            assert.equal((await client.next()).data, `${id}:${i}`);
        }
        assert.equal((await client.close(1000)).code, 1000);
        assert.equal(client.unread, 0);
    };
    await Promise.all(Array.from({ length: 200 }, talk));
});

test('clients that vanish and clients that talk nonsense harm nobody', async () => {
    const bystander = await Client.open(server.ws);
    for (let i = 0; i < 20; i++) {
        const client = await Client.open(server.ws);
        client.send('lost');
        client.socket.terminate();

        const socket = net.connect(server.port, '127.0.0.1');
        socket.on('error', () => {});
        await once(socket, 'connect');
        socket.write(randomBytes(1000));
        setTimeout(() => socket.destroy(), 20);
    }
    await echoes(bystander, 'still there');
    await bystander.close(1000);
});

test('a server that is told to end says 1001 to its clients and exits with 0', async () => {
    const other = await Server.start('examples/echo.php');
    const clients = await Promise.all(Array.from({ length: 10 }, () => Client.open(other.ws)));
    const ends = clients.map((client) => client.end());
    await other.stop();
    for (const end of ends) {
        assert.equal((await end).code, 1001);
    }
});
