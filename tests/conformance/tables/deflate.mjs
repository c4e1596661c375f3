// permessage-deflate at work: RFC 7692 sections 6, 7.2 and 9.

import { constants, deflateRawSync } from 'node:zlib';

import {
    BINARY,
    binary,
    CLOSE,
    closePayload,
    CONTINUATION,
    cut,
    frame,
    opcodeName,
    PING,
    ping,
    PONG,
    pong,
    TEXT,
    text,
} from '../frames.mjs';
import { closes, drip, getsCompressed, gets, getsMessage, nothingYet, quiet, send } from '../steps.mjs';
import { table } from '../table.mjs';
import { filler } from './framing.mjs';
import { firstBadByte } from './utf8.mjs';

const NAME = 'permessage-deflate';
const RSV1 = { rsv: 4 };
const OFFER = { 'Sec-WebSocket-Extensions': NAME };

/** The payload of a compressed message (section 7.2.1). @param history what was compressed before it, with context takeover */
function deflated(data, { history, level = 6, bits = 15, strategy } = {}) {
    const out = deflateRawSync(data, {
        finishFlush: constants.Z_SYNC_FLUSH,
        level,
        windowBits: bits,
        strategy,
        dictionary: history?.length > 0 ? history : undefined,
    });
    return out.subarray(0, -4);
}

/** The window that the server allows the client. */
const clientBits = (peer) => Number(/client_max_window_bits=(\d+)/.exec(peer.extensions ?? '')?.[1] ?? 15);

const compressed = (opcode, data, options) => frame(opcode, deflated(Buffer.from(data), options), RSV1);

/** A compressed message in fragments of so many bytes; only the first one has RSV1. */
const inFragments = (opcode, payload, size) =>
    Buffer.concat(
        cut(payload, size).map((part, i, all) =>
            frame(i === 0 ? opcode : CONTINUATION, part, { rsv: i === 0 ? 4 : 0, fin: i === all.length - 1 })
        )
    );

/** Data like that of chats and APIs: it compresses well, and every message is another. */
const records = (size, seed = 0) => {
    let out = '';
    for (let i = 0; out.length < size; i++) {
        out += JSON.stringify({
            id: seed * 7919 + i,
            type: ['chat', 'join', 'leave'][i % 3],
            user: `user${(i * 31 + seed) % 97}`,
            text: 'Grüße aus Köln, und einen schönen Tag noch',
        });
    }
    let end = size; // not inside a character
    const data = Buffer.from(out);
    while (end > 0 && (data[end] & 0xc0) === 0x80) {
        end--;
    }
    return data.subarray(0, end);
};

export function deflate() {
    const t = table('deflate', { deflate: true, to: 'deflate', offer: OFFER });

    reservedBits(t);
    messages(t);
    forms(t);
    takeover(t);
    windows(t);
    hostile(t);
    sizes(t);
    return t;
}

function reservedBits(t) {
    for (const [opcode, payload] of [
        [PING, 'x'],
        [PONG, 'x'],
        [CLOSE, closePayload(1000)],
    ]) {
        t.row('RFC 7692 6', `${opcodeName(opcode)} with RSV1`, [send(frame(opcode, payload, RSV1)), closes(1002)]);
        t.row('RFC 7692 6', `${opcodeName(opcode)} with RSV1 inside a compressed message`, [
            send(
                frame(TEXT, deflated(Buffer.from('hello')).subarray(0, 2), { rsv: 4, fin: false }),
                frame(opcode, payload, RSV1)
            ),
            closes(1002),
        ]);
    }
    for (const fin of [true, false]) {
        t.row('RFC 7692 6', `continuation ${fin ? 'with' : 'without'} FIN with RSV1`, [
            send(
                frame(TEXT, deflated(Buffer.from('hello')).subarray(0, 2), { rsv: 4, fin: false }),
                frame(CONTINUATION, 'x', { rsv: 4, fin })
            ),
            closes(1002),
        ]);
        t.row('RFC 7692 6', `continuation ${fin ? 'with' : 'without'} FIN with RSV1 in a message that is not compressed`, [
            send(text('x', { fin: false }), frame(CONTINUATION, 'x', { rsv: 4, fin })),
            closes(1002),
        ]);
    }
    t.row('RFC 7692 6', 'continuation with RSV1 and nothing to continue', [send(frame(CONTINUATION, 'x', RSV1)), closes(1002)]);
    t.row('RFC 7692 6', 'continuation with RSV1, only its first byte', [send(text('x', { fin: false }), [0xc0]), closes(1002)]);
    for (const rsv of [1, 2, 3, 5, 6, 7]) {
        for (const opcode of [TEXT, BINARY, PING]) {
            t.row('RFC 7692 6', `${opcodeName(opcode)} with reserved bits ${rsv}, though compression is agreed on`, [
                send(frame(opcode, 'x', { rsv })),
                closes(1002),
            ]);
        }
    }
    for (const opcode of [3, 7, 0xb, 0xf]) {
        t.row('RFC 7692 6', `${opcodeName(opcode)} with RSV1`, [send(frame(opcode, 'x', RSV1)), closes(1002)]);
    }
    t.row('RFC 7692 6', 'RSV1 where compression was not agreed on', [send(compressed(TEXT, 'hello')), closes(1002)], {
        to: 'plain',
        ours: true,
        deflate: false,
    });
    t.row('RFC 7692 6', 'RSV1 where compression was not offered', [send(compressed(TEXT, 'hello')), closes(1002)], { offer: {} });
    t.good(
        'RFC 7692 6',
        'nothing is compressed for who did not offer it',
        [send(text('a'.repeat(1000))), getsMessage(TEXT, 'a'.repeat(1000))],
        { offer: {} }
    );
    for (const size of [0, 1, 125]) {
        t.good('RFC 7692 6', `ping of ${size} bytes is answered without compression`, [
            send(ping('x'.repeat(size))),
            gets(PONG, 'x'.repeat(size)),
        ]);
    }
    t.good('RFC 7692 6', 'pong is dropped', [send(pong('aaaa')), nothingYet()]);
    t.row('RFC 7692 6', 'close frames are not compressed', [
        send(frame(CLOSE, closePayload(1000, 'a'.repeat(100)))),
        closes(1000),
    ]);
}

function messages(t) {
    for (const opcode of [TEXT, BINARY]) {
        const name = opcodeName(opcode),
            hello = Buffer.from('Hello, Hello, Hello, Hello, Hello'),
            payload = deflated(hello);
        t.good('RFC 7692 7.2.2', `compressed ${name}`, [send(compressed(opcode, hello)), getsMessage(opcode, hello)]);
        t.good('RFC 7692 7.2.2', `compressed ${name}, byte by byte`, [
            drip(compressed(opcode, hello)),
            getsMessage(opcode, hello),
        ]);
        t.good('RFC 7692 7.2.2', `${name} that is not compressed`, [send(frame(opcode, hello)), getsMessage(opcode, hello)]);
        t.good('RFC 7692 7.2.2', `compressed and plain ${name} in turn`, [
            send(compressed(opcode, hello), frame(opcode, 'plain'), compressed(opcode, 'again')),
            getsMessage(opcode, hello),
            getsMessage(opcode, 'plain'),
            getsMessage(opcode, 'again'),
        ]);
        t.good(
            'RFC 7692 7.2.1',
            `the server compresses ${name}`,
            [send(frame(opcode, 'a'.repeat(10000))), getsCompressed(opcode, 'a'.repeat(10000), 200)],
            { ours: true }
        );
        for (let at = 0; at <= payload.length; at++) {
            t.good('RFC 7692 6', `compressed ${name} in fragments of ${at} and ${payload.length - at} bytes`, [
                send(frame(opcode, payload.subarray(0, at), { rsv: 4, fin: false }), frame(CONTINUATION, payload.subarray(at))),
                getsMessage(opcode, hello),
            ]);
        }
        t.good('RFC 7692 6', `compressed ${name} in fragments of one byte`, [
            send(inFragments(opcode, payload, 1)),
            getsMessage(opcode, hello),
        ]);
        t.good('RFC 7692 6', `compressed ${name} with empty fragments`, [
            send(
                frame(opcode, '', { rsv: 4, fin: false }),
                frame(CONTINUATION, '', { fin: false }),
                frame(CONTINUATION, payload, { fin: false }),
                frame(CONTINUATION, '')
            ),
            getsMessage(opcode, hello),
        ]);
        t.good('RFC 7692 6', `compressed ${name} with a ping inside`, [
            send(
                frame(opcode, payload.subarray(0, 5), { rsv: 4, fin: false }),
                ping('p'),
                frame(CONTINUATION, payload.subarray(5))
            ),
            gets(PONG, 'p'),
            getsMessage(opcode, hello),
        ]);
        t.good('RFC 7692 7.2.3', `empty ${name} as one byte 0x00`, [send(frame(opcode, [0], RSV1)), getsMessage(opcode, '')]);
        t.good('RFC 7692 7.2.3', `empty ${name} as a fixed block`, [send(frame(opcode, [2, 0], RSV1)), getsMessage(opcode, '')]);
    }
    for (const [name, data] of Object.entries({
        'a bad byte': [0x61, 0xff],
        'an overlong slash': [0xc0, 0xaf],
        'a surrogate': [0xed, 0xa0, 0x80],
        'half a character': [0x61, 0xe2, 0x82],
        'above U+10FFFF': [0xf4, 0x90, 0x80, 0x80],
    })) {
        const bytes = Buffer.from(data);
        t.row('RFC 6455 8.1', `compressed text with ${name}`, [send(compressed(TEXT, bytes)), closes(1007)]);
        t.row('RFC 6455 8.1', `compressed text with ${name} in fragments`, [
            send(inFragments(TEXT, deflated(bytes), 2)),
            closes(1007),
        ]);
        t.good('RFC 6455 8.1', `compressed binary with ${name}`, [send(compressed(BINARY, bytes)), getsMessage(BINARY, bytes)]);
        if (firstBadByte(bytes) < bytes.length) {
            const long = Buffer.concat([bytes, filler(3000)]);
            t.row('RFC 6455 8.1', `compressed text with ${name}: found before the message is complete`, [
                send(frame(TEXT, deflated(long).subarray(0, -20), { rsv: 4, fin: false })),
                closes(1007),
            ]);
        }
    }
    t.good('RFC 6455 8.1', 'compressed text, a character cut by fragments of the payload', [
        send(inFragments(TEXT, deflated(Buffer.from('€€€€😀😀é')), 1)),
        getsMessage(TEXT, '€€€€😀😀é'),
    ]);
}

/** What a compressor may write (section 7.2.3). */
function forms(t) {
    const data = records(2000),
        stored = (bytes, final) =>
            Buffer.concat([
                Buffer.from([
                    final ? 1 : 0,
                    bytes.length & 255,
                    bytes.length >> 8,
                    ~bytes.length & 255,
                    (~bytes.length >> 8) & 255,
                ]),
                bytes,
            ]);
    for (let level = 0; level <= 9; level++) {
        t.good('RFC 7692 7.2.3', `level ${level}`, [send(frame(TEXT, deflated(data, { level }), RSV1)), getsMessage(TEXT, data)]);
    }
    for (const [name, strategy] of Object.entries({
        'fixed codes': constants.Z_FIXED,
        'Huffman codes only': constants.Z_HUFFMAN_ONLY,
        'run lengths': constants.Z_RLE,
        'filtered': constants.Z_FILTERED,
    })) {
        t.good('RFC 7692 7.2.3', name, [send(frame(TEXT, deflated(data, { strategy }), RSV1)), getsMessage(TEXT, data)]);
    }
    const hello = Buffer.from('Hello');
    t.good('RFC 7692 7.2.3', 'one stored block', [
        send(frame(TEXT, Buffer.concat([stored(hello, false), Buffer.from([0])]), RSV1)),
        getsMessage(TEXT, 'Hello'),
    ]);
    t.good('RFC 7692 7.2.3', 'two stored blocks', [
        send(frame(TEXT, Buffer.concat([stored(hello, false), stored(hello, false), Buffer.from([0])]), RSV1)),
        getsMessage(TEXT, 'HelloHello'),
    ]);
    t.good('RFC 7692 7.2.3', 'a block with BFINAL', [
        send(frame(TEXT, Buffer.concat([deflateRawSync(hello), Buffer.from([0])]), RSV1)),
        getsMessage(TEXT, 'Hello'),
    ]);
    t.good('RFC 7692 7.2.3', 'a block with BFINAL, then another message', [
        send(frame(TEXT, Buffer.concat([deflateRawSync(hello), Buffer.from([0])]), RSV1), compressed(TEXT, 'again')),
        getsMessage(TEXT, 'Hello'),
        getsMessage(TEXT, 'again'),
    ]);
    t.good('RFC 7692 7.2.3', 'two blocks, a sync flush between', [
        send(frame(TEXT, Buffer.concat([deflateRawSync(hello, { finishFlush: constants.Z_SYNC_FLUSH }), deflated(hello)]), RSV1)),
        getsMessage(TEXT, 'HelloHello'),
    ]);
    t.good('RFC 7692 7.2.3', 'a full flush', [
        send(frame(TEXT, deflateRawSync(hello, { finishFlush: constants.Z_FULL_FLUSH }).subarray(0, -4), RSV1)),
        getsMessage(TEXT, 'Hello'),
    ]);
}

function takeover(t) {
    const keep = { to: 'takeover', ours: true },
        parts = ['Hello', 'Hello', 'Hello, world', 'Hello, world', records(3000).toString(), records(3000).toString()];
    const sent = () => {
        let history = Buffer.alloc(0);
        return parts.map((part) => {
            const payload = deflated(Buffer.from(part), { history });
            history = Buffer.concat([history, Buffer.from(part)]).subarray(-32768);
            return payload;
        });
    };
    t.good(
        'RFC 7692 7.1.1.2',
        'the client keeps its context',
        [send(...sent().map((payload) => frame(TEXT, payload, RSV1))), ...parts.map((part) => getsMessage(TEXT, part))],
        keep
    );
    t.good(
        'RFC 7692 7.1.1.2',
        'the client keeps its context, plain messages between',
        [
            ...sent().flatMap((payload, i) => [
                send(frame(TEXT, payload, RSV1), text('plain')),
                getsMessage(TEXT, parts[i]),
                getsMessage(TEXT, 'plain'),
            ]),
        ],
        keep
    );
    t.good(
        'RFC 7692 7.1.1.2',
        'the client keeps its context, in fragments',
        [...sent().flatMap((payload, i) => [send(inFragments(TEXT, payload, 3)), getsMessage(TEXT, parts[i])])],
        keep
    );
    t.good(
        'RFC 7692 7.1.1.2',
        'the client does not use the context it may keep',
        [...parts.flatMap((part) => [send(compressed(TEXT, part)), getsMessage(TEXT, part)])],
        keep
    );
    const block = filler(2000, BINARY);
    t.good(
        'RFC 7692 7.1.1.1',
        'the server keeps its context: the same message again is short',
        [send(binary(block), binary(block)), getsMessage(BINARY, block), getsCompressed(BINARY, block, 200)],
        keep
    );
    t.good(
        'RFC 7692 7.1.1.1',
        'the server keeps no context that the client did not want',
        [send(binary(block), binary(block)), getsMessage(BINARY, block), getsMessage(BINARY, block)],
        { to: 'takeover', offer: { 'Sec-WebSocket-Extensions': `${NAME}; server_no_context_takeover` } }
    );
    t.good(
        'RFC 7692 7.1.1.1',
        'without takeover every message stands alone',
        Array.from({ length: 10 }, (_, i) => [
            send(binary(filler(500 + i, BINARY))),
            getsMessage(BINARY, filler(500 + i, BINARY)),
        ]).flat()
    );
    t.row(
        'RFC 7692 7.1.1.2',
        'a client that keeps a context it gave up is not understood',
        [send(binary(''), frame(BINARY, deflated(block, { history: block }), RSV1)), getsMessage(BINARY, ''), closes(1007)],
        { ours: true }
    );
}

/** The server must not look back further than was agreed: a block that is repeated beyond the window must not be found. */
function windows(t) {
    for (let bits = 9; bits <= 15; bits++) {
        const offer = { 'Sec-WebSocket-Extensions': `${NAME}; server_max_window_bits=${bits}; client_max_window_bits=${bits}` };
        for (const size of [300, 700, 1500, 3000, 6000, 12000, 25000, 50000]) {
            const block = filler(size, BINARY),
                data = Buffer.concat([block, block, block]);
            t.good(
                'RFC 7692 7.1.2.1',
                `window of ${bits} bits, a block of ${size} bytes three times`,
                [send(binary(data)), getsMessage(BINARY, data)],
                { offer }
            );
        }
        t.good(
            'RFC 7692 7.1.2.2',
            `window of ${bits} bits in the client`,
            [
                send((peer) => frame(TEXT, deflated(records(20000), { bits: clientBits(peer) }), RSV1)),
                getsMessage(TEXT, records(20000)),
            ],
            { offer }
        );
        t.good(
            'RFC 7692 7.1.2.1',
            `window of ${bits} bits with takeover`,
            Array.from({ length: 6 }, (_, i) => [
                send(binary(filler(1000 + (i % 2), BINARY))),
                getsMessage(BINARY, filler(1000 + (i % 2), BINARY)),
            ]).flat(),
            { offer, to: 'takeover' }
        );
    }
}

function hostile(t) {
    const limits = { to: 'deflate-limits', ours: true },
        bomb = (size) => deflated(Buffer.alloc(size, 'a'), { level: 1 });
    for (const [name, payload] of Object.entries({
        'a block of the reserved type': [7, 0],
        'a block of the reserved type, many bytes': Buffer.alloc(100, 0xff),
        'a distance before the beginning': [0x4b, 0x04, 0x12, 0x00],
        'a stored block with a wrong check': [0, 5, 0, 0, 0, 1, 2, 3],
        'a gzip header': [0x1f, 0x8b, 8, 0, 0, 0, 0, 0],
        'a dynamic block without codes': [0x04, 0xff, 0xff, 0xff],
        'text that is not compressed': 'not compressed at all',
    })) {
        t.row('RFC 7692 7.2.2', `${name}, in a text`, [send(frame(TEXT, payload, RSV1)), closes(1007)]);
        t.row('RFC 7692 7.2.2', `${name}, in binary`, [send(frame(BINARY, payload, RSV1)), closes(1007)]);
    }
    // Inflated as far as it goes, the four bytes that section 7.2.2 appends would become payload.
    t.row(
        'RFC 7692 7.2.2',
        'a stored block that is cut off',
        [send(frame(BINARY, [0, 100, 0, 155, 255, 1, 2, 3], RSV1)), closes(1007)],
        { ours: true }
    );
    t.row('RFC 7692 7.2.2', 'bad data is found while the message is incomplete', [
        send(frame(BINARY, [7, 0, 0, 0], { rsv: 4, fin: false })),
        closes(1007),
    ]);
    t.row('RFC 7692 7.2.2', 'bad data behind good messages', [
        send(compressed(TEXT, 'good'), frame(TEXT, [7], RSV1)),
        getsMessage(TEXT, 'good'),
        closes(1007),
    ]);
    t.good(
        'RFC 7692 9',
        'a message of the largest size',
        [send(frame(TEXT, bomb(65536), RSV1)), getsMessage(TEXT, 'a'.repeat(65536))],
        limits
    );
    for (const size of [65537, 100000, 1048576, 16777216, 104857600]) {
        t.row(
            'RFC 7692 9',
            `${size} bytes from a few: too big`,
            [send(() => frame(TEXT, bomb(size), RSV1)), closes(1009)],
            limits
        );
        t.row(
            'RFC 7692 9',
            `${size} bytes from a few, in fragments: too big, before the last one`,
            [
                send(() => {
                    const payload = bomb(size);
                    return Buffer.concat([
                        frame(BINARY, payload.subarray(0, 10), { rsv: 4, fin: false }),
                        frame(CONTINUATION, payload.subarray(10), { fin: false }),
                    ]);
                }),
                closes(1009),
            ],
            limits
        );
    }
    t.row(
        'RFC 7692 9',
        'compressed bytes beyond the limit by their header alone',
        [send(frame(BINARY, '', { rsv: 4, length: 1000000, form: 64 })), closes(1009)],
        limits
    );
    t.good('RFC 7692 9', 'half a compressed message is waited for', [
        send(frame(TEXT, deflated(records(2000)).subarray(0, 100), { rsv: 4, fin: false })),
        quiet(),
        send(frame(CONTINUATION, deflated(records(2000)).subarray(100))),
        getsMessage(TEXT, records(2000)),
    ]);
}

/** Messages there and back: every size, whole and in fragments, for several agreements. */
function sizes(t) {
    const offers = {
        'nothing': NAME,
        'client_max_window_bits': `${NAME}; client_max_window_bits`,
        'no takeover': `${NAME}; server_no_context_takeover; client_no_context_takeover`,
        'server window 9': `${NAME}; server_max_window_bits=9; client_max_window_bits`,
        'server window 15': `${NAME}; server_max_window_bits=15; client_max_window_bits`,
        'no takeover, windows 9': `${NAME}; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=9; client_max_window_bits=9`,
        'several offers': `${NAME}; server_max_window_bits=8, ${NAME}; server_no_context_takeover, ${NAME}`,
    };
    const kinds = {
        records: (size, i) => [TEXT, records(size, i)],
        random: (size, i) => [BINARY, filler(size + i, BINARY)],
        runs: (size, i) => [BINARY, Buffer.alloc(size, i)],
    };
    for (const [agreement, value] of Object.entries(offers)) {
        const options = { offer: { 'Sec-WebSocket-Extensions': value } };
        for (const size of [0, 16, 64, 256, 1024, 4096, 8192, 16384, 32768, 65536, 131072]) {
            for (const port of ['deflate', 'takeover']) {
                for (const [kind, make] of Object.entries(kinds)) {
                    const steps = [],
                        count = Math.max(2, Math.min(20, Math.floor(65536 / (size + 1))));
                    for (let i = 0; i < count; i++) {
                        const made = () => make(size, i)[1],
                            [opcode] = make(0, i),
                            fragment = [Infinity, 100, 1024][i % 3];
                        steps.push(
                            send((peer) =>
                                inFragments(opcode, deflated(made(), { bits: clientBits(peer), level: 1 + (i % 9) }), fragment)
                            ),
                            getsMessage(opcode, made)
                        );
                    }
                    t.good(
                        'RFC 7692 7.2.2',
                        `agreement "${agreement}" on ${port}: ${count} messages of ${size} bytes (${kind})`,
                        steps,
                        { ...options, to: port }
                    );
                }
            }
        }
    }
}
