// Clients that talk while workers are replaced and killed:
//
//     node processes.mjs [clients] [reloads] [seconds of kills]
//
// 1. `clients` clients send numbered messages, `reloads` reloads happen meanwhile: nothing is lost, doubled or out of order,
//    nobody is disconnected, and the master does not grow.
// 2. 1,000 clients; both a worker and the task worker broadcast: every message arrives everywhere once, in order per sender.
// 3. Random workers are killed: the rest goes on, and at the end the server has counted as many closes as opens.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from './client.mjs';
import { Server } from './server.mjs';

const [clients, reloads, seconds] = process.argv.slice(2).map(Number);

async function open(server, count) {
    const opened = [];
    while (opened.length < count) {
        opened.push(...await Promise.all(Array.from({ length: Math.min(50, count - opened.length) }, () => Client.open(server.ws))));
    }
    return opened;
}

async function status(server) {
    const client = await Client.open(server.ws);
    client.send('w');
    const answer = await client.nextJson();
    client.socket.terminate();
    return answer;
}

/** Resident memory of a process in kB. */
function resident(pid) {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
}

async function until(what, condition) {
    for (let i = 0; i < 200; i++) {
        if (await condition()) {
            return;
        }
        await sleep(50);
    }
    assert.fail(`${what}: not within 10 s`);
}

async function reloadUnderLoad(server) {
    const all = await open(server, clients);
    let talking = true, messages = 0;
    const talk = all.map(async (client, number) => {
        for (let i = 0; talking; i++) {
            const message = `e${number}:${i}:${'x'.repeat(i % 200)}`;
            client.send(message);
            assert.equal((await client.next()).data, message);
            messages++;
        }
    });
    let warm = 0;
    for (let i = 0; i < reloads; i++) {
        warm = i === 5 ? resident(server.process.pid) : warm;
        const before = (await status(server)).workers;
        let looks = 0;
        await until('a reload', async () => {
            if (looks++ % 20 === 0) { // again, because one that comes while the task worker is still being replaced is passed over
                server.process.kill('SIGUSR1');
            }
            return (await status(server)).workers.every((pid) => !before.includes(pid));
        });
    }
    talking = false;
    await Promise.all(talk);
    assert.ok(all.every((client) => client.socket.readyState === 1 && client.unread === 0));
    all.forEach((client) => client.socket.close(1000));
    await Promise.all(all.map((client) => client.closed));
    const grown = warm ? resident(server.process.pid) - warm : 0;
    assert.ok(grown < 1024, `the master grew by ${grown} kB`);
    console.log(`${clients} clients, ${reloads} reloads, ${messages} messages: none lost, doubled or out of order; the master grew by ${grown} kB`);
}

async function broadcast(server, rounds = 20) {
    const all = await open(server, 1000);
    for (let i = 0; i < rounds; i++) {
        all[0].send(`b0:${i}`);
        all[1].send(`b1:${i}`);
        all[2].send(`t2:${i}`);
    }
    await Promise.all(all.map(async (client) => {
        const next = {};
        for (let i = 0; i < 3 * rounds; i++) {
            const [sender, number] = (await client.next()).data.split(':');
            assert.equal(Number(number), next[sender] ?? 0);
            next[sender] = Number(number) + 1;
        }
    }));
    await sleep(200);
    assert.ok(all.every((client) => client.unread === 0));
    all.forEach((client) => client.socket.terminate());
    console.log(`1000 clients, ${3 * rounds} broadcasts from two workers and the task worker: each arrived everywhere once, in order`);
}

async function kills(server) {
    const deadline = Date.now() + seconds * 1000;
    let lost = 0, killed = 0, talking = true;
    const talk = Array.from({ length: 100 }, async (_, number) => {
        for (let client = null, i = 0; talking; i++) {
            try {
                client ??= await Client.open(server.ws);
                client.send(`e${number}:${i}`);
                assert.equal((await Promise.race([client.next(), client.closed.then(() => { throw new Error('closed'); })])).data, `e${number}:${i}`);
            } catch (error) {
                assert.notEqual(error.code, 'ERR_ASSERTION', error);
                client?.socket.terminate();
                client = null;
                lost++;
                await sleep(20);
            }
        }
    });
    while (Date.now() < deadline) {
        const { workers } = await status(server).catch(() => ({ workers: [] }));
        const victim = workers[Math.floor(Math.random() * workers.length)];
        if (victim > 1) { // 0: it is being replaced just now
            process.kill(victim, 'SIGKILL');
            killed++;
        }
        await sleep(500);
    }
    talking = false;
    await Promise.all(talk);
    await until('opens equal closes', async () => {
        const { opened, closed, connections } = await status(server).catch(() => ({}));
        return opened === closed + connections;
    });
    console.log(`${killed} workers killed in ${seconds} s, ${lost} connections lost with them; opens and closes balance`);
}

const server = await Server.start('tests/soak/processes.php');
try {
    await reloadUnderLoad(server);
    await broadcast(server);
    await kills(server);
} finally {
    server.process.kill('SIGTERM');
    const [code, signal] = await server.exited;
    if (code !== 0) {
        console.log(server.output);
    }
    assert.deepEqual([code, signal], [0, null]);
}
process.exit(0);
