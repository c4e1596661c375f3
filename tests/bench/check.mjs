// Does the bench measure, and does it notice what is wrong? ./dev bench --check
//
// The bare server is told to be wrong in each way it can: the load generator has to end with status 1 and say why. Then the runner
// measures two cheap cases, and is interrupted; its reports have to be there and its servers gone.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

import { summarise } from '../../bench/report.mjs';
import { killAll, start } from '../../bench/servers.mjs';

const build = process.env.BENCH_BUILD, runner = path.resolve(import.meta.dirname, '../../bench/run.mjs');
const PATIENCE = 60_000;
const out = mkdtempSync(path.join(tmpdir(), 'bench-check-'));
let passed = 0, failed = 0;

process.on('exit', () => {
    killAll();
    rmSync(out, { recursive: true });
});
['SIGINT', 'SIGTERM'].forEach((signal) => process.on(signal, () => process.exit(1)));

async function check(name, test) {
    try {
        await test();
        passed++;
    } catch (error) {
        failed++;
        console.log(`FAIL ${name}: ${error.message}`);
    }
}

/** Runs the load generator against the bare server. @param shell start it as a child of a shell @return {status, stdout, stderr} */
async function measured(mode, serverArgs = [], loadArgs = [], shell = false) {
    const floor = path.join(build, 'floor');
    const server = shell ? start('', 'sh', ['-c', `'${floor}'; true`], { stdio: ['ignore', 'pipe', 'ignore'] })
        : start('', floor, serverArgs, { stdio: ['ignore', 'pipe', 'inherit'] });
    const line = await new Promise((resolve) => createInterface({ input: server.stdout }).once('line', resolve));
    const result = spawnSync(path.join(build, 'load'), [mode, '-t', '0.15', '-w', '0.05', '-q', '0.5', '-p', String(server.pid), ...loadArgs,
        line.split(' ').at(-1)], { encoding: 'utf8', timeout: PATIENCE });
    killAll();
    await server.exited;
    return result;
}

/** Waits, not for ever: processes that are not ours to wait for tell nobody. */
async function until(condition) {
    for (const begin = Date.now(); !condition() && Date.now() - begin < PATIENCE;) {
        await sleep(20);
    }
}

function processesNamed(text) {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => {
        try {
            return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(text);
        } catch {
            return false;
        }
    });
}

const right = [
    ['echo', [], ['-c', '20', '-d', '16']],
    ['echo', [], ['-c', '5', '-s', '65536', '-b']],
    ['echo', [], ['-c', '2', '-s', '1000000', '-b', '-d', '3']],
    ['http', [], ['-c', '20']],
    ['handshake', [], ['-c', '20']],
    ['broadcast', ['-b'], ['-c', '30', '-d', '8']],
];
for (const [mode, serverArgs, loadArgs] of right) {
    await check(`${mode} ${loadArgs.join(' ')}`, async () => {
        const { status, stdout, stderr } = await measured(mode, serverArgs, loadArgs);
        assert.equal(status, 0, stderr);
        const got = JSON.parse(stdout);
        assert.ok(got.messages >= 1 && got.server_cpu_us > 0 && got.client_cpu_us > 0, stdout);
    });
}

const wrong = [
    ['byte', 'echo', [], /an answer is wrong/],
    ['accept', 'handshake', [], /Sec-WebSocket-Accept is wrong/],
    ['body', 'http', [], /answer is wrong/],
    ['lost', 'broadcast', ['-b'], /no answer for .* came/],
];
for (const [how, mode, serverArgs, message] of wrong) {
    await check(`a server with a wrong ${how}`, async () => {
        const { status, stderr } = await measured(mode, [...serverArgs, '-w', how], ['-c', '20']);
        assert.equal(status, 1);
        assert.match(stderr, message);
    });
}

await check('a server that does not do what is asked', async () => {
    assert.match((await measured('deflate', [], ['-c', '2'])).stderr, /does not compress/);
    assert.match((await measured('echo', [], ['-c', '2', '-S'])).stderr, /TLS/);
    assert.match((await measured('echo', ['-b'], ['-c', '2'])).stderr, /answer/);
});

await check('children count', async () => {
    const { stdout, stderr } = await measured('echo', [], ['-c', '20'], true);
    assert.ok(JSON.parse(stdout || '{}').server_cpu_us > 0.1, stdout + stderr);
});

await check('memory per idle connection', async () => {
    const { stdout, stderr } = await measured('idle', [], ['-c', '4000'], true);
    const bytes = JSON.parse(stdout || '{}').bytes_per_connection;
    assert.ok(bytes > 32 && bytes < 512, stdout + stderr); // a struct of 64
});

await check('medians, ratios and verdicts', () => {
    const series = (label, values) => ({ label, server: label, figures: values.map((value) => ({ value })) });
    const gate = (limit) => ({ series: 'us', peer: 'them', target: '', limit, value: (of) => of('us') / of('them') });
    const { series: [, them], gates } = summarise({ id: 'x', title: 'x', series: [series('us', [2, 9, 3]), series('them', [1, 3, 1])],
        gates: [gate(3), gate(2.7), gate(2)] }, 3);
    assert.deepEqual(them.value, { median: 1, min: 1, max: 3 });
    assert.deepEqual(them.oursTo, { median: 3, min: 2, max: 3 });
    assert.deepEqual(gates.map(({ verdict }) => verdict), ['reached', 'within 15 %', 'missed']);
});

const quick = [runner, '--quick', '--peers', 'floor', '--out', out];

await check('the runner', () => {
    const { status, stdout, stderr } = spawnSync('node', [...quick, 'echo-64', 'http'], { encoding: 'utf8', timeout: PATIENCE });
    assert.equal(status, 0, stdout + stderr);
    const report = JSON.parse(readFileSync(path.join(out, 'report.json'), 'utf8'));
    assert.deepEqual(report.cases.map(({ id }) => id), ['echo-64', 'http']);
    for (const { series, gates } of report.cases) {
        assert.deepEqual(series.map(({ label }) => label), ['easyswoole', 'floor']);
        assert.ok(series.every(({ values }) => values.length === 2 && values.every((value) => value > 0)), JSON.stringify(series));
        assert.equal(gates.length, 1);
    }
    assert.match(readFileSync(path.join(out, 'report.md'), 'utf8'), /\| echo 64 B, 100 connections \| [\d.]+ \(/);
    assert.match(readFileSync(path.join(out, 'chart.svg'), 'utf8'), /^<svg [^]*<rect [^]*<\/svg>\n$/);
});

await check('a runner that is interrupted', async () => {
    const child = start('', 'node', [...quick, '--seconds', '30', 'echo-64'], { stdio: 'ignore' });
    const left = () => [`${build}/load`, `${build}/floor`, 'bench/servers/easyswoole.php'].flatMap(processesNamed);
    await until(() => processesNamed(`${build}/load`).length > 0);
    child.kill('SIGINT');
    assert.equal((await child.exited).code, 130);
    await until(() => left().length === 0); // the kernel takes them away
    assert.deepEqual(left(), []);
});

console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed > 0 ? 1 : 0);
