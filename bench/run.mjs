// Measures servers side by side: ./dev bench, or by hand
//
//   node run.mjs [options] [filter]
//
// filter: the case of this id, or all whose id or title holds this text; there may be several filters. Every case runs in rounds; in each round every
// server of the case is started, measured and ended, one after the other, in an order that rotates. Servers have the first core,
// the load generator the second. A ratio is that of one round; of all figures the median is shown, with minimum and maximum.
//
//   --rounds N      (5)                             --peers a,b    of floor, uws, bun, ws, swoole, swoole-co (all that are there)
//   --quick         2 short rounds: does it work?   --swoole FILE  Swoole's extension, to be measured too
//   --seconds X     each measurement (0.7)          --uws FILE     uWebSockets' program (servers/uws.cpp), likewise
//   --list          the cases                       --out DIR      of report.md, report.json, chart.svg (the build directory)
//   --strict        exit status 1 when a target is missed
//
// BENCH_BUILD: directory of load, floor and node_modules; EASYSWOOLE_SO: the extension. Exit status: 1 when a measurement failed.

import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

import { cases } from './cases.mjs';
import { chart } from './chart.mjs';
import { markdown, printCase, printSummary, summarise } from './report.mjs';
import { findServers, killAll, machine, processors, start, startServer } from './servers.mjs';

const build = path.resolve(process.env.BENCH_BUILD ?? path.join(import.meta.dirname, '../build/bench'));
const easyswoole = process.env.EASYSWOOLE_SO ?? 'easyswoole';

const { values: flags, positionals: filters } = parseArgs({
    allowPositionals: true,
    options: {
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        quick: { type: 'boolean' },
        peers: { type: 'string' },
        swoole: { type: 'string' },
        uws: { type: 'string' },
        strict: { type: 'boolean' },
        list: { type: 'boolean' },
        out: { type: 'string', default: build },
    },
});
const rounds = Number(flags.rounds ?? (flags.quick ? 2 : 5));
const seconds = Number(flags.seconds ?? (flags.quick ? 0.2 : 0.7));
const warmUp = flags.quick ? 0.1 : 0.3;

function fatal(message) {
    console.error(`bench: ${message}`);
    process.exit(2);
}

/** Cores of the server and of the client, which has one of its own if there is one left. */
function cores(wanted) {
    const all = processors();
    return all.length < 2 ? ['', ''] : [all.slice(0, wanted).join(','), String(all[wanted] ?? all.join(','))];
}

/** Runs the load generator. @return what it prints; throws when it says that something is wrong */
async function load(core, args) {
    const child = start(core, path.join(build, 'load'), args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    const { code, signal } = await child.exited;
    if (code !== 0) {
        throw new Error(errors.trim() || `the load generator ended with ${signal ?? code}`);
    }
    return JSON.parse(output);
}

/** One figure of one series: {value, rate, client}. */
async function measure(series, test, servers) {
    const [serverCore, clientCore] = cores(series.cores ?? 1);
    const [mode, ...options] = series.load;
    const args = [mode, '-t', String(seconds * (test.longer ?? 1)), '-w', String(mode === 'idle' ? 2 * warmUp : warmUp), ...options];
    if (!series.server) {
        return { value: (await load(serverCore, args)).server_cpu_us };
    }
    const extra = series.what === 'tls' ? [`certificate=${path.join(build, 'certificate.pem')}`] : [];
    const server = await startServer(servers[series.server], serverCore, series.what, [...extra, ...(series.options ?? [])], build);
    try {
        const got = await load(clientCore, [...args, '-p', String(server.pid), String(server.port)]);
        return { value: got.bytes_per_connection ?? got.server_cpu_us, rate: got.per_second, client: got.client_cpu_us };
    } catch (error) {
        throw new Error(`${error.message}${server.output ? `; the server said: ${server.output.trim().slice(0, 500)}` : ''}`);
    } finally {
        await server.stop();
    }
}

/** Runs a case. @return for report.mjs: {…, series: [{label, server, figures: [{value, rate, client} or null], error}]} */
async function run(test, servers, note) {
    const series = test.series.filter(({ server }) => !server || servers[server]).map((one) => ({ ...one, figures: [] }));
    for (let round = 0; round < rounds; round++) {
        for (let i = 0; i < series.length; i++) {
            const one = series[(i + round) % series.length];
            if (one.error) {
                continue;
            }
            note(`${test.id}: round ${round + 1} of ${rounds}, ${one.label}`);
            try {
                one.figures[round] = await measure(one, test, servers);
            } catch (error) {
                one.error = error.message;
            }
        }
    }
    note('');
    return summarise({ ...test, series }, rounds);
}

/** Overwrites the line, on a terminal only. */
function note(line) {
    if (process.stderr.isTTY) {
        process.stderr.write(`\r\x1b[K${line}`);
    }
}

for (const [signal, number] of [['SIGINT', 2], ['SIGTERM', 15], ['SIGHUP', 1]]) {
    process.on(signal, () => process.exit(128 + number));
}
process.on('exit', killAll);

const chosen = cases.filter(({ id, title }) => filters.length === 0
    || filters.some((words) => (cases.some((one) => one.id === words) ? id === words : `${id} ${title}`.includes(words))));
if (flags.list) {
    chosen.forEach(({ id, title }) => console.log(`${id.padEnd(20)} ${title}`));
    process.exit(0);
}
if (chosen.length === 0 || !(rounds >= 1) || !(seconds > 0)) {
    fatal(chosen.length === 0 ? `no case is called ${filters.join(' or ')}; --list names them` : '--rounds and --seconds are positive numbers');
}

const servers = findServers(build, easyswoole, flags);
const wanted = flags.peers?.split(',');
const unknown = wanted?.find((name) => !servers[name]);
if (unknown) {
    fatal(`there is no peer "${unknown}"; there are ${Object.keys(servers).slice(1).join(', ')}`);
}
for (const [name, server] of Object.entries(servers)) {
    if (server.missing && (!wanted || wanted.includes(name))) {
        console.log(`SKIP ${name}: ${server.missing}`);
    }
    if (server.missing || (wanted && name !== 'easyswoole' && !wanted.includes(name))) {
        delete servers[name];
    }
}

const begin = Date.now();
const report = {
    machine: machine(),
    date: new Date().toISOString(),
    rounds,
    seconds,
    servers: Object.fromEntries(Object.entries(servers).map(([name, { title, version }]) => [name, { title, version }])),
    cases: [],
};
console.log(`${report.machine}; ${rounds} rounds of ${seconds} s; CPU time of all of a server's processes, per message`);
for (const test of chosen) {
    const result = await run(test, servers, note);
    printCase(result);
    report.cases.push(result);
}
report.took = Math.round((Date.now() - begin) / 1000);
writeFileSync(path.join(flags.out, 'report.json'), `${JSON.stringify(report, null, 1)}\n`);
writeFileSync(path.join(flags.out, 'report.md'), markdown(report));
writeFileSync(path.join(flags.out, 'chart.svg'), chart(report));
const { missed, failed } = printSummary(report);
console.log(`\n${report.took} s; ${path.relative(process.cwd(), flags.out) || '.'}/report.md, report.json, chart.svg`);
process.exit(failed > 0 || (flags.strict && missed > 0) ? 1 : 0);
