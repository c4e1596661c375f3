// What is measured: cases, the servers that take part in each, and the targets.
//
// A series is one server with one load; all series of a case are measured in every round. A gate is a figure of a round, made
// from its series, with an upper limit. Targets are given in multiples of uWebSockets in C++ (uWS). Where its program was not given, the
// peers in its place are Bun, whose core it is, and the bare server: REFERENCE has what all three took on one machine, side by side, and
// so how much of Bun's or the bare server's figure is uWS's. Where system calls cost something else than there, these shares differ.

const OURS = 'easyswoole';

/** µs per message on the machine where all were measured: [bare epoll server, uWS, Bun]. null: that
 * bare server did not do what ours does, reuse a large message's memory and send once per turn. */
const REFERENCE = {
    'echo-64': [6.4, 6.4, 7.7],
    'echo-64-d16': [0.46, 0.43, 0.69],
    'echo-1k': [6.4, 6.4, 7.1],
    'echo-64k': [20, 25, 52],
    'echo-16m': [null, 8_800, 15_400],
    'echo-5000': [7.9, 8.7, 10.2],
    handshake: [24, 31, 34],
    'broadcast-1000': [5.3, 6.2, 6.4],
    'broadcast-1000-d8': [null, 1.6, 1.6],
    'broadcast-5000': [6.3, 7.0, 6.5],
    http: [6.7, 7.6, 11.1],
};

/** Gates of "no more than `limit` × uWS"; those of its stand-ins count only where it is not measured. */
function uws(id, limit, series = OURS) {
    const [floor, uws, bun] = REFERENCE[id], target = `≤ ${limit.toFixed(2)} × uWS`;
    return [['uws', 1], ['bun', uws / bun], ...(floor ? [['floor', uws / floor]] : [])].map(([peer, share]) => (
        { series, peer, insteadOf: peer === 'uws' ? undefined : 'uws', target, limit: limit * share, value: (of) => of(series) / of(peer) }));
}

/** At least `times` times as fast as Swoole, with and without coroutines */
function swoole(times, series = OURS) {
    return ['swoole', 'swoole-co'].map((peer) => (
        { series, peer, target: `≥ ${times} × Swoole`, limit: 1 / times, value: (of) => of(series) / of(peer) }));
}

/** @param what the script's first argument; @param load options of the load generator; @param more of the series */
function ours(what, load, more = {}) {
    return { label: OURS, server: OURS, what, load, ...more };
}

function peers(what, load, names = ['floor', 'uws', 'bun', 'ws', 'swoole', 'swoole-co']) {
    return names.map((name) => ({ label: name, server: name, what, load }));
}

function everybody(what, load) {
    return [ours(what, load), ...peers(what, load)];
}

function echo(id, title, limit, load, more = {}) {
    return { id, title, series: everybody('echo', ['echo', ...load]), gates: uws(id, limit), ...more };
}

/** A broadcast is counted by what arrives; Swoole has but the loop. */
function broadcast(id, title, limits, load) {
    const options = ['broadcast', ...load], loop = `${OURS}, PHP loop`;
    return {
        id,
        title,
        series: [ours('broadcast', options), ours('broadcast-loop', options, { label: loop }), ...peers('broadcast', options)],
        gates: [...uws(id, limits[0]), ...(limits[1] ? uws(id, limits[1], loop) : [])],
    };
}

const handshake = ['handshake', '-H', 'Sec-WebSocket-Protocol: chat', '-H', 'Cookie: token=0123456789abcdef',
    '-H', 'User-Agent: load', '-H', 'Origin: http://127.0.0.1'];

export const cases = [
    { ...echo('echo-64', 'echo 64 B, 100 connections', 1.10, []) },
    {
        ...echo('echo-64-d16', 'echo 64 B, 100 connections, 16 under way on each', 1.50, ['-d', '16']),
        gates: [...uws('echo-64-d16', 1.50), ...swoole(12)],
    },
    echo('echo-1k', 'echo 1 KiB, 100 connections', 1.10, ['-s', '1024']),
    echo('echo-64k', 'echo 64 KiB binary, 20 connections', 1.00, ['-s', '65536', '-b', '-c', '20']),
    echo('echo-16m', 'echo 16 MiB binary, 2 connections', 1.50, ['-s', '16777216', '-b', '-c', '2'], { longer: 2 }),
    echo('echo-5000', 'echo 64 B, 5,000 connections', 1.10, ['-c', '5000']),
    {
        id: 'handshake',
        title: 'handshake, built-in',
        series: everybody('echo', ['handshake']),
        gates: uws('handshake', 1.00),
    },
    {
        id: 'handshake-php',
        title: 'handshake in PHP, as EasySwoole documents it',
        series: [ours('handshake', handshake), ...peers('handshake', handshake, ['swoole', 'swoole-co'])],
        gates: swoole(1.2),
    },
    broadcast('broadcast-1000', 'broadcast 64 B to 1,000, one at a time', [0.95, 1.05], ['-c', '1000']),
    broadcast('broadcast-1000-d8', 'broadcast 64 B to 1,000, 8 in a row', [1.20, 1.20], ['-c', '1000', '-d', '8']),
    broadcast('broadcast-5000', 'broadcast 64 B to 5,000, one at a time', [0.95], ['-c', '5000']),
    {
        id: 'idle',
        title: 'memory of an idle connection, of 10,000',
        unit: 'bytes',
        series: everybody('echo', ['idle', '-c', '10000']),
        gates: [{ series: OURS, target: '≤ 512 bytes', limit: 512, value: (of) => of(OURS) }],
    },
    {
        id: 'http',
        title: 'HTTP GET "hello" with keep-alive, 100 connections',
        series: everybody('echo', ['http']),
        gates: uws('http', 1.10),
    },
    {
        id: 'growth',
        title: 'echo 64 B, 15,000 connections against 100',
        series: [
            ours('echo', ['echo'], { label: `${OURS}, 100` }),
            ours('echo', ['echo', '-c', '15000'], { label: `${OURS}, 15,000` }),
            { label: 'floor, 100', server: 'floor', what: 'echo', load: ['echo'] },
            { label: 'floor, 15,000', server: 'floor', what: 'echo', load: ['echo', '-c', '15000'] },
        ],
        gates: [
            { series: OURS, target: '15,000 ≤ 1.15 × 100', limit: 1.15, value: (of) => of(`${OURS}, 15,000`) / of(`${OURS}, 100`) },
            {
                series: OURS,
                target: 'growth ≤ 1.15 × the kernel\'s own', // which the bare server shows
                limit: 1.15,
                value: (of) => of(`${OURS}, 15,000`) / of(`${OURS}, 100`) / (of('floor, 15,000') / of('floor, 100')),
            },
        ],
    },
    {
        id: 'tls',
        title: 'echo 1 KiB over TLS against plain TCP, 100 connections',
        series: [
            ours('echo', ['echo', '-s', '1024'], { label: `${OURS}, plain` }),
            ours('tls', ['echo', '-s', '1024', '-S'], { label: `${OURS}, TLS` }),
        ],
        gates: [{ series: OURS, target: 'TLS ≤ 1.6 × plain', limit: 1.6, value: (of) => of(`${OURS}, TLS`) / of(`${OURS}, plain`) }],
    },
    {
        id: 'deflate',
        title: 'echo 1 KiB of JSON with permessage-deflate, 100 connections',
        series: [
            ours('echo', ['echo', '-s', '1024'], { label: `${OURS}, plain` }),
            ours('deflate', ['deflate', '-s', '1024'], { label: `${OURS}, compressed` }),
            { label: 'zlib alone', server: null, load: ['zlib', '-s', '1024'] },
        ],
        gates: [{
            series: OURS,
            target: 'compressed − plain ≤ 1.1 × zlib alone',
            limit: 1.1,
            value: (of) => (of(`${OURS}, compressed`) - of(`${OURS}, plain`)) / of('zlib alone'),
        }],
    },
    {
        id: 'workers',
        title: 'echo 64 B, 100 connections, two workers against one, both on two cores',
        series: [
            ours('echo', ['echo'], { label: `${OURS}, 1 worker`, cores: 2 }),
            ours('echo', ['echo'], { label: `${OURS}, 2 workers`, options: ['worker_num=2'], cores: 2 }),
        ],
        gates: [{
            series: OURS,
            // where there are two cores the client needs them too, so that rates say little
            target: '1.7 × the messages of one, by CPU per message ≤ 2 / 1.7',
            limit: 2 / 1.7,
            value: (of) => of(`${OURS}, 2 workers`) / of(`${OURS}, 1 worker`),
        }],
    },
];
