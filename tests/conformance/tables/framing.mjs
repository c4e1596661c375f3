// Frame headers and data frames: RFC 6455 sections 5.2, 5.6, 6.1, 6.2.

import { BINARY, binary, CLOSE, close, CONTINUATION, cut, frame, opcodeName, PING, ping, PONG, TEXT, text } from '../frames.mjs';
import { closes, drip, gets, getsMessage, nothingYet, quiet, send, sendApart } from '../steps.mjs';
import { table } from '../table.mjs';

const RESERVED = [3, 4, 5, 6, 7, 0xb, 0xc, 0xd, 0xe, 0xf];
const EDGES = [
    0, 1, 2, 3, 4, 5, 7, 8, 15, 16, 31, 32, 63, 64, 124, 125, 126, 127, 128, 129, 255, 256, 1000, 4095, 4096, 4097, 32767, 65534,
    65535, 65536, 65537, 100000, 262144, 1048576,
];

const large = new Map();

/** Text or bytes, so many, of which no two blocks are alike, so that lost or swapped parts are noticed. */
export function filler(size, opcode = TEXT) {
    const known = large.get(`${size} ${opcode}`);
    if (known) {
        return known;
    }
    const data = Buffer.alloc(size);
    for (let i = 0, seed = size + 1; i < size; i++) {
        seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
        data[i] = opcode === TEXT ? 0x20 + ((seed >>> 16) % 95) : seed >>> 16;
    }
    if (size >= 1048576) {
        large.set(`${size} ${opcode}`, data);
    }
    return data;
}

export function framing() {
    const t = table('framing');

    for (const opcode of [TEXT, BINARY]) {
        const name = opcodeName(opcode);
        for (const size of EDGES) {
            const data = filler(size, opcode);
            t.good('RFC 6455 5.6', `${name} of ${size} bytes comes back`, [send(frame(opcode, data)), getsMessage(opcode, data)]);
        }
        for (const size of [0, 1, 125, 126, 300]) {
            const data = filler(size, opcode);
            t.good('RFC 6455 6.2', `${name} of ${size} bytes, byte by byte`, [
                drip(frame(opcode, data)),
                getsMessage(opcode, data),
            ]);
        }
        for (const [size, piece] of [
            [65536, 64],
            [65536, 256],
            [65535, 997],
            [65535, 2048],
            [65536, 997],
            [65536, 4096],
            [1048576, 16384],
            [1048576, 60000],
        ]) {
            const data = filler(size, opcode);
            t.good('RFC 6455 6.2', `${name} of ${size} bytes in pieces of ${piece}`, [
                drip(frame(opcode, data), piece),
                getsMessage(opcode, data),
            ]);
        }
        for (const [size, header] of [
            [5, 6],
            [300, 8],
            [70000, 14],
        ]) {
            const data = filler(size, opcode),
                whole = frame(opcode, data);
            for (let at = 1; at <= header; at++) {
                t.good('RFC 6455 6.2', `${name} of ${size} bytes, header cut behind byte ${at}`, [
                    sendApart(whole.subarray(0, at), whole.subarray(at)),
                    getsMessage(opcode, data),
                ]);
            }
        }
        t.good('RFC 6455 6.2', `100 ${name} messages in one segment come back in order`, [
            send(...Array.from({ length: 100 }, (_, i) => frame(opcode, `message ${i}`))),
            ...Array.from({ length: 100 }, (_, i) => getsMessage(opcode, `message ${i}`)),
        ]);
        for (const size of [0, 16, 64, 256, 1024, 4096, 16384]) {
            const data = filler(size, opcode);
            t.good(
                'RFC 6455 6.1',
                `${name} of ${size} bytes, 50 times there and back`,
                Array.from({ length: 50 }, () => [send(frame(opcode, data)), getsMessage(opcode, data)]).flat()
            );
        }
    }
    const every = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
    t.good('RFC 6455 5.6', 'binary with all 256 bytes is not looked into', [send(binary(every)), getsMessage(BINARY, every)]);
    t.good('RFC 6455 5.6', 'text with NUL is text', [send(text('a\0b')), getsMessage(TEXT, 'a\0b')]);
    t.good('RFC 6455 6.1', 'text and binary alternate', [
        send(text('one'), binary('two'), text('three'), binary('')),
        getsMessage(TEXT, 'one'),
        getsMessage(BINARY, 'two'),
        getsMessage(TEXT, 'three'),
        getsMessage(BINARY, ''),
    ]);

    lengths(t);
    reservedBits(t);
    reservedOpcodes(t);
    return t;
}

function lengths(t) {
    const shortest = 'the shortest form of a length is a must';
    for (const size of [0, 1, 125]) {
        t.row('RFC 6455 5.2', `${shortest}: ${size} in 16 bits`, [send(text('x'.repeat(size), { form: 16 })), closes(1002)]);
        t.row('RFC 6455 5.2', `${shortest}: ${size} in 64 bits`, [send(text('x'.repeat(size), { form: 64 })), closes(1002)]);
        t.row('RFC 6455 5.2', `${shortest}: ping of ${size} in 16 bits`, [
            send(ping('x'.repeat(size), { form: 16 })),
            closes(1002),
        ]);
    }
    for (const size of [126, 127, 65535]) {
        t.row('RFC 6455 5.2', `${shortest}: ${size} in 64 bits`, [send(binary(filler(size), { form: 64 })), closes(1002)]);
    }
    for (const [name, form, length] of [
        ['16 bits', 16, 125],
        ['64 bits', 64, 65535],
    ]) {
        t.row('RFC 6455 5.2', `${shortest}: seen as soon as the ${name} are there`, [
            send(text('', { form, length }).subarray(0, form === 16 ? 4 : 10)),
            closes(1002),
        ]);
    }
    for (const top of [0x80, 0xff]) {
        const header = Buffer.from([0x82, 0xff, top, 0, 0, 0, 0, 1, 0, 0]);
        t.row('RFC 6455 5.2', `top bit of a 64 bit length (0x${top.toString(16)}...)`, [
            send(header, [1, 2, 3, 4]),
            closes(1002),
        ]);
        t.row('RFC 6455 5.2', `top bit of a 64 bit length (0x${top.toString(16)}), seen at that byte`, [
            send(header.subarray(0, 3)),
            closes(1002),
        ]);
    }
    for (const length of [2n ** 63n - 1n, 2n ** 62n, 2n ** 40n]) {
        const header = Buffer.concat([Buffer.from([0x82, 0xff]), Buffer.alloc(8), Buffer.from([1, 2, 3, 4])]);
        header.writeBigUInt64BE(length, 2);
        t.row('RFC 6455 10.4', `a claim of ${length} bytes is answered before they come`, [send(header), closes(1009)], {
            ours: true,
        });
    }
}

function reservedBits(t) {
    for (let rsv = 1; rsv <= 7; rsv++) {
        for (const opcode of [TEXT, BINARY, CLOSE, PING, PONG]) {
            const name = `${opcodeName(opcode)} with reserved bits ${rsv}`,
                payload = opcode === CLOSE ? [3, 232] : 'x';
            t.row('RFC 6455 5.2', name, [send(frame(opcode, payload, { rsv })), closes(1002)]);
            t.row('RFC 6455 5.2', `${name}, only its first byte`, [
                send(frame(opcode, payload, { rsv }).subarray(0, 1)),
                closes(1002),
            ]);
        }
        t.row('RFC 6455 5.2', `first fragment with reserved bits ${rsv}`, [send(text('x', { rsv, fin: false })), closes(1002)]);
        t.row('RFC 6455 5.2', `last fragment with reserved bits ${rsv}`, [
            send(text('x', { fin: false }), frame(CONTINUATION, 'y', { rsv })),
            closes(1002),
        ]);
        t.row('RFC 6455 5.2', `middle fragment with reserved bits ${rsv}`, [
            send(text('x', { fin: false }), frame(CONTINUATION, 'y', { rsv, fin: false })),
            closes(1002),
        ]);
        t.row('RFC 6455 5.2', `reserved bits ${rsv} behind a good message and a ping`, [
            send(text('good'), frame(TEXT, 'bad', { rsv }), ping('never seen')),
            getsMessage(TEXT, 'good'),
            closes(1002),
        ]);
        t.row('RFC 6455 5.2', `empty ping with reserved bits ${rsv} inside a message`, [
            send(text('x', { fin: false }), frame(PING, '', { rsv })),
            closes(1002),
        ]);
    }
}

function reservedOpcodes(t) {
    for (const opcode of RESERVED) {
        const name = opcodeName(opcode);
        for (const [kind, payload, options] of [
            ['empty', '', {}],
            ['with payload', 'x', {}],
            ['without FIN', 'x', { fin: false }],
            ['with 200 bytes', 'x'.repeat(200), {}],
            ['unmasked', 'x', { key: null }],
        ]) {
            t.row('RFC 6455 5.2', `${name}, ${kind}`, [send(frame(opcode, payload, options)), closes(1002)]);
        }
        t.row('RFC 6455 5.2', `${name}, only its first byte`, [send([0x80 | opcode]), closes(1002)]);
        t.row('RFC 6455 5.2', `${name} behind a good message`, [
            send(text('good'), frame(opcode, 'x'), ping()),
            getsMessage(TEXT, 'good'),
            closes(1002),
        ]);
        t.row('RFC 6455 5.2', `${name} inside a message`, [send(text('x', { fin: false }), frame(opcode, 'y')), closes(1002)]);
    }
    t.good('RFC 6455 6.2', 'half a header is waited for', [
        send(text('hello').subarray(0, 1)),
        quiet(),
        send(text('hello', { key: [1, 2, 3, 4] }).subarray(1)),
        getsMessage(TEXT, 'hello'),
    ]);
    t.good('RFC 6455 6.2', 'half a payload is waited for', [
        send(text('hello', { key: [1, 2, 3, 4] }).subarray(0, 8)),
        quiet(),
        send(text('hello', { key: [1, 2, 3, 4] }).subarray(8)),
        getsMessage(TEXT, 'hello'),
    ]);
    t.good('RFC 6455 6.2', 'message, ping and half a message in one segment', [
        send(text('one'), ping('p'), binary('two', { key: [9, 9, 9, 9] }).subarray(0, 7)),
        getsMessage(TEXT, 'one'),
        gets(PONG, 'p'),
        quiet(),
        send(binary('two', { key: [9, 9, 9, 9] }).subarray(7)),
        getsMessage(BINARY, 'two'),
    ]);
    t.good('RFC 6455 6.2', 'a silent client is left alone', [nothingYet(), quiet(200), nothingYet()]);
    t.row('RFC 6455 6.2', 'the last bytes of a message and a close frame in one segment', [
        send(Buffer.concat(cut(text('hello', { key: [1, 2, 3, 4] }), 3).slice(0, 2))),
        quiet(),
        send(text('hello', { key: [1, 2, 3, 4] }).subarray(6), close(1000)),
        getsMessage(TEXT, 'hello'),
        closes(1000),
    ]);
}
