// npm's ws and plain HTTP against examples/server.php, an EasySwoole application

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from './client.mjs';
import { Server } from './server.mjs';

let server;
before(async () => {
    server = await Server.start('examples/server.php');
});
after(() => server?.stop());

const enter = () => Client.open(`${server.ws}?token=demo`);
const call = (client, action, params) => client.sendJson({ class: 'Chat', action, params });

test('the handshake is refused without the token, and with a wrong one', async () => {
    await assert.rejects(Client.open(server.ws), { status: 403 });
    await assert.rejects(Client.open(`${server.ws}?token=guess`), { status: 403 });
});

test('with the token it is accepted, and the parser finds the controller', async () => {
    const client = await enter();
    call(client, 'say', { text: 'too early' });
    assert.deepEqual(await client.nextJson(), { type: 'error', text: 'Please join first.' });
    call(client, 'noSuchAction', {});
    assert.equal((await client.nextJson()).type, 'error');
    client.sendJson({ class: 'NoSuchController', action: 'say' });
    assert.equal((await client.nextJson()).type, 'error');
    client.send('this is not JSON');
    assert.equal((await client.nextJson()).type, 'notice');
    assert.equal((await client.close(1000)).code, 1000);
});

test('what one says, everybody hears; who leaves is announced', async () => {
    const [alice, bob] = await Promise.all([enter(), enter()]);
    call(alice, 'join', { name: 'alice' });
    for (const client of [alice, bob]) {
        assert.deepEqual(await client.nextJson(), { type: 'notice', text: 'alice is here' });
    }
    call(alice, 'say', { text: 'Grüße <b>an alle</b>' });
    for (const client of [alice, bob]) {
        assert.deepEqual(await client.nextJson(), { type: 'message', name: 'alice', text: 'Grüße <b>an alle</b>' });
    }
    await alice.close(1000);
    assert.deepEqual(await bob.nextJson(), { type: 'notice', text: 'alice has left' });

    const carol = await enter();
    call(carol, 'join', { name: 'carol' });
    assert.equal((await bob.nextJson()).text, 'carol is here');
    carol.socket.terminate();
    assert.equal((await bob.nextJson()).text, 'carol has left');
    await bob.close(1000);
});

test('the same port serves the page, and nothing else', async () => {
    const page = await fetch(server.http);
    assert.equal(page.status, 200);
    assert.match(page.headers.get('content-type'), /^text\/html/);
    assert.match(await page.text(), /<!doctype html>/);
    const missing = await fetch(`${server.http}favicon.ico`);
    assert.equal(missing.status, 404);
    await missing.text();
});
