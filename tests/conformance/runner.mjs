// Runs rows, many at a time.

import { Deviation, Peer } from './peer.mjs';

/** "ws://host:port/path" as what a Peer connects to. http and https are taken as well. */
export function parseTarget(url) {
    const { protocol, hostname, port, host, pathname, search } = new URL(url);
    if (!/^(ws|http)s?:$/.test(protocol)) {
        throw new Error(`${url}: ws:// or wss:// is needed`);
    }
    const secure = protocol === 'wss:' || protocol === 'https:';
    return {
        host: hostname.replace(/^\[|\]$/g, ''),
        port: Number(port || (secure ? 443 : 80)),
        secure,
        path: pathname + search,
        authority: host,
    };
}

/** @return null when everything is as it has to be, else what is not */
export async function runRow(row, target, patience = 1) {
    const peer = new Peer(target, patience);
    let at = 'connect';
    try {
        await peer.connect();
        for (const step of row.steps) {
            at = step.what;
            await step.run(peer);
        }
        return null;
    } catch (error) {
        if (!(error instanceof Deviation)) {
            throw new Error(`${row.section}, ${row.name}, ${at}`, { cause: error });
        }
        return `${at}: ${error.message}`;
    } finally {
        peer.destroy();
    }
}

/** Whether the server at a target agrees on permessage-deflate. */
export async function speaksDeflate(target) {
    const peer = new Peer(target);
    try {
        await peer.connect();
        await peer.upgrade({ 'Sec-WebSocket-Extensions': 'permessage-deflate' });
        return peer.extensions !== null;
    } catch (error) {
        if (error instanceof Deviation) {
            return false;
        }
        throw error;
    } finally {
        peer.destroy();
    }
}

/**
 * @param rows of the tables
 * @param targetOf row -> target, or a text that says why it is skipped
 * @param options parallel, patience, stopFirst
 * @return one {row, skipped, deviation, milliseconds} for each row that was reached, in the rows' order
 */
export async function runRows(rows, targetOf, { parallel = 32, patience = 1, stopFirst = false } = {}) {
    const results = [];
    let next = 0,
        stopped = false;
    const lane = async () => {
        while (next < rows.length && !stopped) {
            const index = next++,
                row = rows[index],
                target = targetOf(row),
                begin = performance.now();
            if (typeof target === 'string') {
                results[index] = { row, skipped: target, deviation: null, milliseconds: 0 };
                continue;
            }
            const deviation = await runRow(row, target, patience);
            results[index] = { row, skipped: null, deviation, milliseconds: performance.now() - begin };
            stopped ||= stopFirst && deviation !== null;
        }
    };
    await Promise.all(Array.from({ length: parallel }, lane));
    return results.filter(Boolean);
}
