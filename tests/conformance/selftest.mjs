// A check that cannot fail is worth nothing: servers that are wrong in one way each, and rows that have to notice. The honest
// server is there to show that the rows notice nothing else.

import { createHash } from 'node:crypto';
import net from 'node:net';

import { BINARY, binary, close, frame, last, ping, PONG, TEXT, text, mask, parseFrame } from './frames.mjs';
import { runRow, runRows } from './runner.mjs';
import {
    accepted,
    asksUpgrade,
    closed,
    closes,
    demand,
    ends,
    gets,
    getsMessage,
    goodbye,
    nothingYet,
    quiet,
    responds,
    respondsLast,
    send,
} from './steps.mjs';
import { table } from './table.mjs';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const plain = (opcode, payload, options) => frame(opcode, payload, { key: null, ...options });
const date = () => `Date: ${new Date().toUTCString()}\r\n`;

/** What the honest server does; a wrong one differs in some of it. Everything gets the socket and what it is about. */
const HONEST = {
    handshake: (socket, accept) =>
        socket.write(
            `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`
        ),
    request: (socket) => socket.write(`HTTP/1.1 200 OK\r\n${date()}Content-Length: 5\r\n\r\nhello`),
    refusal: (socket) => socket.end(`HTTP/1.1 400 Bad Request\r\n${date()}Connection: close\r\nContent-Length: 0\r\n\r\n`),
    message: (socket, opcode, payload) => socket.write(plain(opcode, payload)),
    ping: (socket, payload) => socket.write(plain(PONG, payload)),
    close: (socket, payload) => socket.end(plain(8, payload)),
    fault: (socket) => socket.end(plain(8, [3, 234])),
};

/** Serves one connection, by the given rules. It knows of RFC 6455 what the rows below need. */
function serve(socket, rules) {
    let buffer = Buffer.alloc(0),
        upgraded = false,
        over = false,
        opcode = 0,
        parts = [];
    const onFrame = ({ fin, rsv, opcode: code, masked, payload }) => {
        if (rsv !== 0 || !masked) {
            over = true;
            rules.fault(socket);
        } else if (code === 8) {
            over = true;
            rules.close(socket, payload);
        } else if (code === 9) {
            rules.ping(socket, payload);
        } else {
            opcode ||= code;
            parts.push(payload);
            rules.fragment?.(socket, payload);
            if (fin) {
                rules.message(socket, opcode, Buffer.concat(parts));
                [opcode, parts] = [0, []];
            }
        }
    };
    socket.setNoDelay();
    socket.on('error', () => {});
    socket.on('end', () => socket.end());
    socket.on('data', (chunk) => {
        buffer = Buffer.concat([buffer, chunk]);
        for (let end; !upgraded && !over && (end = buffer.indexOf('\r\n\r\n')) >= 0;) {
            const head = buffer.toString('latin1', 0, end),
                key = /^Sec-WebSocket-Key: (.*)$/m.exec(head)?.[1].trim();
            buffer = buffer.subarray(end + 4);
            upgraded = key !== undefined;
            over = !head.startsWith('GET ');
            const accept =
                key &&
                createHash('sha1')
                    .update(key + GUID)
                    .digest('base64');
            upgraded ? rules.handshake(socket, accept) : over ? rules.refusal(socket) : rules.request(socket);
        }
        for (let one; upgraded && !over && typeof (one = parseFrame(buffer)) === 'object';) {
            buffer = buffer.subarray(one.size);
            onFrame(one);
        }
    });
}

const t = table('selftest');
const raw = { raw: true };
const rows = {
    echo: () => t.good('RFC 6455 5.6', 'echo', [send(text('hello')), getsMessage(TEXT, 'hello')]),
    pong: () => t.good('RFC 6455 5.5.2', 'pong', [send(ping('p')), gets(PONG, 'p')]),
    whole: () =>
        t.good('RFC 6455 5.4', 'nothing before the last fragment', [
            send(binary('a', { fin: false })),
            nothingYet(),
            send(last('b')),
            getsMessage(BINARY, 'ab'),
        ]),
    fault: () => t.row('RFC 6455 5.2', 'fault', [send(text('x', { rsv: 2 })), closes(1002), closed()]),
    bye: () => t.row('RFC 6455 7.1.4', 'close', [send(close(3000, 'why')), closes(3000, 'why'), closed()]),
    upgrade: () => t.row('RFC 6455 4.2.2', 'handshake', [asksUpgrade(), accepted(), goodbye()], raw),
    get: () =>
        t.row(
            'RFC 9112 6.3',
            'request',
            [send('GET / HTTP/1.1\r\nHost: h\r\n\r\n'), responds(200, { body: 'hello' }), quiet(20)],
            raw
        ),
    bad: () => t.row('RFC 9112 3', 'refusal', [send('BAD\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n'), respondsLast(400)], raw),
    leave: () => t.row('RFC 6455 7.1.1', 'leave', [demand('end', (peer) => peer.finish()), ends()]),
};
Object.values(rows).forEach((add) => add());
const row = Object.fromEntries(Object.keys(rows).map((name, i) => [name, t.rows[i]]));

const later =
    (milliseconds, what) =>
    (socket, ...rest) =>
        setTimeout(() => what(socket, ...rest), milliseconds);
const reply =
    (status, fields, body = '') =>
    (socket) =>
        socket.end(`HTTP/1.1 ${status}\r\n${fields}\r\n${body}`);

/** [what is wrong, the row that has to notice, what it has to say, the rules] */
const WRONG = [
    [
        'another payload',
        'echo',
        /with "hello" is awaited, got "hellp"/,
        { message: (s, opcode) => s.write(plain(opcode, 'hellp')) },
    ],
    [
        'another opcode',
        'echo',
        /text message is awaited, got binary/,
        { message: (s, opcode, payload) => s.write(plain(BINARY, payload)) },
    ],
    ['a masked answer', 'echo', /is masked/, { message: (s, opcode, payload) => s.write(frame(opcode, payload)) }],
    [
        'reserved bits in an answer',
        'echo',
        /reserved bits 4/,
        { message: (s, opcode, payload) => s.write(plain(opcode, payload, { rsv: 4 })) },
    ],
    ['a reserved opcode in an answer', 'echo', /does not exist/, { message: (s) => s.write(plain(3, 'hello')) }],
    [
        'a length in more bits than needed',
        'echo',
        /16 bits of length/,
        { message: (s, opcode, payload) => s.write(plain(opcode, payload, { form: 16 })) },
    ],
    ['no answer', 'echo', /nothing in/, { message: () => {} }],
    ['a late answer', 'echo', /nothing in/, { message: later(1500, HONEST.message) }],
    ['half an answer', 'echo', /after <8105/, { message: (s) => s.write(plain(TEXT, 'hello').subarray(0, 4)) }],
    [
        'an answer whose fragments are interrupted by text',
        'echo',
        /inside a text message/,
        { message: (s) => s.write(Buffer.concat([plain(TEXT, 'hel', { fin: false }), plain(TEXT, 'lo')])) },
    ],
    [
        'two answers',
        'echo',
        /a close frame 1000 is awaited, got a text/,
        {
            message: (s, opcode, payload) => {
                s.write(plain(opcode, payload));
                s.write(plain(opcode, payload));
            },
        },
    ],
    ['the end in place of an answer', 'echo', /was ended/, { message: (s) => s.end() }],
    ['RST in place of an answer', 'echo', /ECONNRESET/, { message: (s) => s.resetAndDestroy() }],
    ['a wrong pong', 'pong', /with "p" is awaited/, { ping: (s) => s.write(plain(PONG, 'q')) }],
    ['a fragmented pong', 'pong', /is fragmented/, { ping: (s, payload) => s.write(plain(PONG, payload, { fin: false })) }],
    ['a pong of 126 bytes', 'pong', /has 126 bytes/, { ping: (s) => s.write(plain(PONG, 'p'.repeat(126))) }],
    [
        'an answer before the last fragment',
        'whole',
        /pong frame is awaited, got a binary/,
        { fragment: (s, payload) => s.write(plain(BINARY, payload)) },
    ],
    ['a wrong close code', 'fault', /1002 is awaited, got a close frame 1003/, { fault: (s) => s.end(plain(8, [3, 235])) }],
    ['no close code', 'fault', /1002 is awaited, got a close frame without code/, { fault: (s) => s.end(plain(8, '')) }],
    ['a close frame of one byte', 'fault', /has one byte/, { fault: (s) => s.end(plain(8, [3])) }],
    ['a reason that is not UTF-8', 'fault', /not UTF-8/, { fault: (s) => s.end(plain(8, [3, 234, 255])) }],
    ['no close frame', 'fault', /was ended/, { fault: (s) => s.end() }],
    [
        'TCP that stays open behind the close frame',
        'fault',
        /end of TCP is awaited, nothing/,
        { fault: (s) => s.write(plain(8, [3, 234])) },
    ],
    [
        'RST behind the close frame',
        'fault',
        /ECONNRESET/,
        { fault: (s) => s.write(plain(8, [3, 234]), () => setTimeout(() => s.resetAndDestroy(), 20)) },
    ],
    [
        'bytes behind the close frame',
        'fault',
        /end of TCP is awaited, got/,
        { fault: (s) => s.end(Buffer.concat([plain(8, [3, 234]), plain(TEXT, 'more')])) },
    ],
    [
        'two close frames',
        'fault',
        /end of TCP is awaited, got/,
        { fault: (s) => s.end(Buffer.concat([plain(8, [3, 234]), plain(8, [3, 234])])) },
    ],
    ['a fault that is overlooked', 'fault', /nothing in/, { fault: () => {} }],
    ['a close that is not answered', 'bye', /was ended/, { close: (s) => s.end() }],
    [
        'a close code that is not sent back',
        'bye',
        /3000 is awaited, got a close frame 1000/,
        { close: (s) => s.end(plain(8, [3, 232])) },
    ],
    ['another reason', 'bye', /with "why" is awaited/, { close: (s) => s.end(plain(8, [11, 184, 0x77])) }],
    ['a wrong accept key', 'upgrade', /wrong Sec-WebSocket-Accept/, { handshake: (s) => HONEST.handshake(s, 'x'.repeat(28)) }],
    [
        'no Upgrade in the answer',
        'upgrade',
        /Upgrade is undefined/,
        {
            handshake: (s, accept) =>
                s.write(`HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`),
        },
    ],
    [
        'an extension nobody offered',
        'upgrade',
        /an extension nobody asked for/,
        {
            handshake: (s, accept) =>
                s.write(
                    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\nSec-WebSocket-Extensions: x\r\n\r\n`
                ),
        },
    ],
    [
        'a sub-protocol nobody offered',
        'upgrade',
        /a sub-protocol nobody asked for/,
        {
            handshake: (s, accept) =>
                s.write(
                    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\nSec-WebSocket-Protocol: x\r\n\r\n`
                ),
        },
    ],
    ['a handshake that is refused', 'upgrade', /no 101/, { handshake: HONEST.refusal }],
    [
        'a body that is too short',
        'get',
        /a response is awaited, but the connection was ended/,
        { request: reply('200 OK', `${date()}Content-Length: 5\r\n`, 'hell') },
    ],
    [
        'a body that is too long',
        'get',
        /nothing is awaited, got "!"/,
        { request: (s) => s.write(`HTTP/1.1 200 OK\r\n${date()}Content-Length: 5\r\n\r\nhello!`) },
    ],
    ['a response without a length', 'get', /nobody can tell the length/, { request: reply('200 OK', date(), 'hello') }],
    [
        'two Content-Length',
        'get',
        /two fields content-length/,
        { request: reply('200 OK', `${date()}Content-Length: 5\r\nContent-Length: 5\r\n`, 'hello') },
    ],
    ['a response without Date', 'get', /Date is awaited/, { request: reply('200 OK', 'Content-Length: 5\r\n', 'hello') }],
    ['a malformed Date', 'get', /malformed Date/, { request: reply('200 OK', 'Date: today\r\nContent-Length: 5\r\n', 'hello') }],
    ['a malformed status line', 'get', /malformed status line/, { request: reply('OK', 'Content-Length: 5\r\n', 'hello') }],
    ['a malformed field', 'get', /malformed field/, { request: reply('200 OK', 'Content Length: 5\r\n', 'hello') }],
    [
        'a malformed chunk',
        'get',
        /malformed chunk size/,
        { request: reply('200 OK', `${date()}Transfer-Encoding: chunked\r\n`, '0x5\r\nhello\r\n0\r\n\r\n') },
    ],
    ['no HTTP at all', 'get', /a response is awaited, got/, { request: (s) => s.write('SSH-2.0-x\r\n') }],
    [
        'a bad request that is served',
        'bad',
        /status 400 is awaited, got 200/,
        { refusal: reply('200 OK', `${date()}Content-Length: 5\r\n`, 'hello') },
    ],
    [
        'a refusal without Connection: close',
        'bad',
        /Connection: .* is awaited/,
        { refusal: reply('400 Bad Request', `${date()}Content-Length: 0\r\n`) },
    ],
    [
        'a refusal behind which the connection goes on',
        'bad',
        /end of TCP is awaited, nothing/,
        { refusal: (s) => s.write(`HTTP/1.1 400 Bad Request\r\n${date()}Connection: close\r\nContent-Length: 0\r\n\r\n`) },
    ],
    [
        'a smuggled request that is served',
        'bad',
        /end of TCP is awaited, got "HTTP/,
        {
            refusal: (s) => {
                s.write(`HTTP/1.1 400 Bad Request\r\n${date()}Connection: close\r\nContent-Length: 0\r\n\r\n`);
                HONEST.request(s);
                s.end();
            },
        },
    ],
    [
        'a last word to who has left',
        'leave',
        /the end of TCP is awaited, got/,
        {
            handshake: (s, accept) => {
                HONEST.handshake(s, accept);
                s.prependListener('end', () => s.write(plain(TEXT, 'x')));
            },
        },
    ],
];

/** Runs what needs a server with these rules. */
async function withServer(rules, run) {
    const server = net.createServer({ allowHalfOpen: true }, (socket) => serve(socket, { ...HONEST, ...rules }));
    await new Promise((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address();
    const result = await run({ host: '127.0.0.1', port, secure: false, path: '/', authority: `127.0.0.1:${port}` });
    server.close();
    return result;
}

const faults = [];
const honest = await withServer({}, (target) => runRows(t.rows, () => target));
for (const {
    row: { name },
    deviation,
} of honest) {
    if (deviation) {
        faults.push(`the honest server: ${name}: ${deviation}`);
    }
}
await Promise.all(
    WRONG.map(async ([what, name, message, rules]) => {
        const deviation = await withServer(rules, (target) => runRow(row[name], target, 0.5));
        if (deviation === null || !message.test(deviation)) {
            faults.push(`${what}: ${deviation ?? 'not noticed'}`);
        }
    })
);
if (!mask(mask(Buffer.from('abcdefg'), [1, 2, 3, 4]), [1, 2, 3, 4]).equals(Buffer.from('abcdefg'))) {
    faults.push('mask() does not undo itself');
}
faults.forEach((fault) => console.log(`FAIL ${fault}`));
const count = honest.length + WRONG.length + 1;
console.log(`selftest: ${count - faults.length} passed, ${faults.length} failed, 0 skipped`);
process.exit(faults.length > 0 ? 1 : 0);
