// The conformance driver: ./dev conformance, or by hand
//
//   node run.mjs [options] [url] [filter]
//
// url: ws://... or wss://... of any server that echoes messages; without one, server.php is started with the extension that
// EASYSWOOLE_SO names. filter: only rows whose "section [area] name" holds this text; several words have to be there all.
//
//   --list          the rows, without running them      --parallel N    connections at one time (32)
//   --json          results as JSON                     --time-scale X  factor for all deadlines (1)
//   --markdown      the matrix for docs/conformance.md  --stop-first    end at the first deviation
//   --all           every deviation, not 40             --exhaustive    every close code, all 65,536
//   --tls           start server.php with TLS
//
// Exit status: 0 all is as it has to be, 1 there are deviations, 2 it could not run.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { Peer } from './peer.mjs';
import { markdownReport, matrix, textReport, total } from './report.mjs';
import { parseTarget, runRows, speaksDeflate } from './runner.mjs';
import { tables } from './tables/index.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));

const children = [];

/** Starts server.php. @param certificate a file for TLS, or null @return {targets: by the name of the port, stop()} */
async function startServer(kind, certificate) {
    const so = process.env.EASYSWOOLE_SO || 'easyswoole';
    const args = ['-n', '-d', `extension=${so}`, path.join(HERE, 'server.php'), kind, ...(certificate ? [certificate] : [])];
    const child = spawn(process.env.EASYSWOOLE_PHP ?? 'php', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    const exited = once(child, 'close');
    let alerts = 0;
    const ports = await new Promise((resolve, reject) => {
        const onLine = (line) => {
            if (line.startsWith('{')) {
                resolve(JSON.parse(line));
            } else if (line !== '') {
                console.error(`server.php ${kind}: ${line}`);
                alerts += /\b(WARNING|ERROR|Warning|Fatal error|Sanitizer|runtime error)\b/.test(line) ? 1 : 0;
            }
        };
        createInterface(child.stdout).on('line', onLine);
        createInterface(child.stderr).on('line', onLine);
        exited.then(() => reject(new Error(`server.php ${kind} ended before it served`)));
    });
    const targets = Object.fromEntries(
        Object.entries(ports).map(([name, port]) => [name, parseTarget(`${certificate ? 'wss' : 'ws'}://127.0.0.1:${port}/`)])
    );
    return {
        targets,
        /** Everything has to be as before: no connection left, nothing in the log, an exit in order. */
        async stop() {
            const left = await connectionsLeft(targets[kind]);
            child.kill('SIGTERM');
            const [code, signal] = await exited;
            if (left > 0 || alerts > 0 || code !== 0) {
                throw new Error(
                    `server.php ${kind} ended with ${code ?? signal}, ${left} connections were left, ${alerts} alerts in its log`
                );
            }
        },
    };
}

async function connectionsLeft(target) {
    for (let patience = 50; ; patience--) {
        const peer = new Peer(target);
        await peer.connect();
        peer.send('GET /connections HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n');
        const left = Number((await peer.readResponse(5000)).body);
        peer.destroy();
        if (left === 0 || patience === 0) {
            return left;
        }
        await sleep(100);
    }
}

/** A file with a key and a certificate of our own, for as long as it takes to start. */
function makeCertificate() {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'conformance-')), 'certificate.pem');
    execFileSync(
        'openssl',
        [
            'req',
            '-x509',
            '-newkey',
            'rsa:2048',
            '-nodes',
            '-subj',
            '/CN=localhost',
            '-days',
            '1',
            '-keyout',
            file,
            '-out',
            `${file}.crt`,
        ],
        { stdio: 'ignore' }
    );
    appendFileSync(file, readFileSync(`${file}.crt`));
    return file;
}

async function main() {
    const { values: options, positionals } = parseArgs({
        allowPositionals: true,
        options: {
            'list': { type: 'boolean' },
            'tls': { type: 'boolean' },
            'json': { type: 'boolean' },
            'markdown': { type: 'boolean' },
            'all': { type: 'boolean' },
            'stop-first': { type: 'boolean' },
            'exhaustive': { type: 'boolean' },
            'parallel': { type: 'string', default: '32' },
            'time-scale': { type: 'string', default: '1' },
        },
    });
    const url = /^(ws|http)s?:\/\//.test(positionals[0] ?? '') ? positionals.shift() : null;
    const words = positionals.join(' ').toLowerCase().split(' ').filter(Boolean);
    const label = (row) => `${row.section} [${row.area}] ${row.name}`;
    const rows = tables({ exhaustive: options.exhaustive })
        .flatMap((table) => table.rows)
        .filter((row) => words.every((word) => label(row).toLowerCase().includes(word)));
    if (options.list) {
        console.log(rows.map(label).join('\n'));
        return 0;
    }
    if (rows.length === 0) {
        throw new Error('no row matches');
    }

    const certificate = options.tls && !url ? makeCertificate() : null;
    const servers = url ? [] : await Promise.all(['plain', 'deflate', 'takeover'].map((kind) => startServer(kind, certificate)));
    if (certificate) {
        rmSync(path.dirname(certificate), { recursive: true });
    }
    const targets = Object.assign({}, ...servers.map((server) => server.targets));
    const foreign = url ? parseTarget(url) : null;
    const deflates = new Map();
    for (const target of foreign ? [foreign] : Object.values(targets)) {
        deflates.set(target, await speaksDeflate(target));
    }
    const targetOf = (row) => {
        const target = foreign ?? targets[row.to];
        return foreign && row.ours
            ? 'they depend on settings or decisions of ours'
            : row.deflate && !deflates.get(target)
              ? 'the server does not agree on permessage-deflate'
              : target;
    };

    const begin = performance.now();
    const results = await runRows(rows, targetOf, {
        parallel: Number(options.parallel),
        patience: Number(options['time-scale']),
        stopFirst: options['stop-first'],
    });
    const seconds = (performance.now() - begin) / 1000;
    await Promise.all(servers.map((server) => server.stop()));

    const lines = matrix(results),
        failed = total(lines, 'failed');
    if (options.json) {
        console.log(
            JSON.stringify(
                results.map(({ row, ...result }) => ({ section: row.section, area: row.area, name: row.name, ...result })),
                null,
                1
            )
        );
    } else if (options.markdown) {
        console.log(markdownReport(results));
    } else {
        console.log(textReport(results, { all: options.all }));
        console.log(
            `conformance: ${total(lines, 'passed')} passed, ${failed} failed, ${total(lines, 'skipped')} skipped in ${seconds.toFixed(1)} s`
        );
    }
    return failed > 0 ? 1 : 0;
}

process.exitCode = await main().catch((error) => {
    console.error(error);
    children.forEach((child) => child.kill('SIGKILL'));
    return 2;
});
