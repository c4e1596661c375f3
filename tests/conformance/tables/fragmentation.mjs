// Messages in fragments: RFC 6455 section 5.4.

import {
    BINARY,
    binary,
    CLOSE,
    close,
    CONTINUATION,
    cut,
    frame,
    fragments,
    last,
    more,
    opcodeName,
    PING,
    ping,
    PONG,
    pong,
    TEXT,
    text,
} from '../frames.mjs';
import { closes, drip, gets, getsMessage, nothingYet, quiet, send, sendApart } from '../steps.mjs';
import { table } from '../table.mjs';
import { filler } from './framing.mjs';

export function fragmentation() {
    const t = table('fragmentation');

    for (const opcode of [TEXT, BINARY]) {
        const name = opcodeName(opcode),
            first = (payload) => frame(opcode, payload, { fin: false });
        for (let at = 0; at <= 8; at++) {
            const data = filler(8, opcode),
                parts = [data.subarray(0, at), data.subarray(at)];
            t.good('RFC 6455 5.4', `${name} in fragments of ${at} and ${8 - at} bytes`, [
                send(fragments(opcode, parts)),
                getsMessage(opcode, data),
            ]);
            t.good('RFC 6455 5.4', `${name} in fragments of ${at} and ${8 - at} bytes, byte by byte`, [
                drip(fragments(opcode, parts)),
                getsMessage(opcode, data),
            ]);
        }
        for (const count of [2, 3, 10, 100, 1000]) {
            const data = filler(count, opcode);
            t.good('RFC 6455 5.4', `${name} in ${count} fragments of one byte`, [
                send(fragments(opcode, cut(data, 1))),
                getsMessage(opcode, data),
            ]);
            t.good('RFC 6455 5.4', `${name} in ${count} empty fragments`, [
                send(fragments(opcode, Array(count).fill(''))),
                getsMessage(opcode, ''),
            ]);
        }
        for (const at of [0, 1, 2]) {
            const parts = ['', '', ''];
            parts[at] = 'middle';
            t.good('RFC 6455 5.4', `${name} in three fragments, empty but for number ${at + 1}`, [
                send(fragments(opcode, parts)),
                getsMessage(opcode, 'middle'),
            ]);
        }
        for (const [size, piece] of [
            [1000, 125],
            [1000, 126],
            [65536, 1300],
            [65536, 64],
            [65536, 65535],
            [262144, 256],
            [1048576, 16384],
            [1048576, 65536],
            [1048576, 524288],
        ]) {
            const data = filler(size, opcode);
            t.good('RFC 6455 5.4', `${name} of ${size} bytes in fragments of ${piece}`, [
                send(fragments(opcode, cut(data, piece))),
                getsMessage(opcode, data),
            ]);
        }
        t.good('RFC 6455 5.4', `${name}: nothing is delivered before the last fragment`, [
            send(first('a')),
            nothingYet(),
            send(more('b')),
            nothingYet(),
            send(more('')),
            nothingYet(),
            send(last('c')),
            getsMessage(opcode, 'abc'),
        ]);
        t.good('RFC 6455 5.4', `${name}: two messages in fragments, one behind the other`, [
            send(fragments(opcode, ['a', 'b']), fragments(opcode, ['c', 'd', 'e'])),
            getsMessage(opcode, 'ab'),
            getsMessage(opcode, 'cde'),
        ]);
        t.good('RFC 6455 5.4', `${name}: ping, pong and ping inside`, [
            send(first('a'), ping('1'), more('b'), pong('2'), ping('3'), last('c')),
            gets(PONG, '1'),
            gets(PONG, '3'),
            getsMessage(opcode, 'abc'),
        ]);
        t.good('RFC 6455 5.4', `${name}: ping inside, each frame apart`, [
            sendApart(first('a'), ping('1'), last('b')),
            gets(PONG, '1'),
            getsMessage(opcode, 'ab'),
        ]);
        t.good('RFC 6455 5.4', `${name}: ping inside, byte by byte`, [
            drip(Buffer.concat([first('a'), ping('1'), last('b')])),
            gets(PONG, '1'),
            getsMessage(opcode, 'ab'),
        ]);
        t.good('RFC 6455 5.4', `${name}: 100 pings between 100 fragments`, [
            send(first('x'), ...Array.from({ length: 100 }, (_, i) => Buffer.concat([ping(`${i}`), more('y')])), last('z')),
            ...Array.from({ length: 100 }, (_, i) => gets(PONG, `${i}`)),
            getsMessage(opcode, `x${'y'.repeat(100)}z`),
        ]);

        for (const [kind, second] of Object.entries({ text: TEXT, binary: BINARY })) {
            for (const fin of [true, false]) {
                const what = `${name} message interrupted by a ${kind} frame ${fin ? 'with' : 'without'} FIN`;
                t.row('RFC 6455 5.4', what, [send(first('a'), frame(second, 'b', { fin })), closes(1002)]);
                t.row('RFC 6455 5.4', `${what}, only its first byte`, [
                    send(first('a'), [(fin ? 0x80 : 0) | second]),
                    closes(1002),
                ]);
                t.row('RFC 6455 5.4', `${what}, behind a second fragment`, [
                    send(first('a'), more('b'), frame(second, 'c', { fin }), last('d')),
                    closes(1002),
                ]);
                t.row('RFC 6455 5.4', `${what}, behind a ping`, [
                    send(first('a'), ping('p'), frame(second, 'c', { fin })),
                    gets(PONG, 'p'),
                    closes(1002),
                ]);
            }
        }
        t.row('RFC 6455 5.4', `close frame inside a ${name} message ends it`, [send(first('a'), close(1000)), closes(1000)]);
        t.row('RFC 6455 5.4', `close frame inside a ${name} message, fragments behind it`, [
            send(first('a'), close(1001, 'bye'), last('b')),
            closes(1001),
        ]);
    }

    for (const fin of [true, false]) {
        const what = `continuation ${fin ? 'with' : 'without'} FIN`,
            lone = (payload) => frame(CONTINUATION, payload, { fin });
        t.row('RFC 6455 5.4', `${what} and nothing to continue`, [send(lone('x')), closes(1002)]);
        t.row('RFC 6455 5.4', `${what} and nothing to continue, empty`, [send(lone('')), closes(1002)]);
        t.row('RFC 6455 5.4', `${what} and nothing to continue, only its first byte`, [
            send(lone('x').subarray(0, 1)),
            closes(1002),
        ]);
        t.row('RFC 6455 5.4', `${what} behind a whole message`, [
            send(text('whole'), lone('x')),
            getsMessage(TEXT, 'whole'),
            closes(1002),
        ]);
        t.row('RFC 6455 5.4', `${what} behind a message in fragments`, [
            send(fragments(BINARY, ['a', 'b']), lone('x')),
            getsMessage(BINARY, 'ab'),
            closes(1002),
        ]);
        t.row('RFC 6455 5.4', `${what} behind a ping`, [send(ping('p'), lone('x')), gets(PONG, 'p'), closes(1002)]);
        t.row('RFC 6455 5.4', `${what}, a message behind it is not looked at`, [send(lone('x'), text('never')), closes(1002)]);
        t.row('RFC 6455 5.4', `${what}, byte by byte`, [drip(lone('xyz')), closes(1002)]);
    }
    t.good('RFC 6455 5.4', 'the first fragment decides on the opcode', [
        send(fragments(TEXT, ['a', 'b']), fragments(BINARY, ['a', 'b'])),
        getsMessage(TEXT, 'ab'),
        getsMessage(BINARY, 'ab'),
    ]);
    t.good('RFC 6455 5.4', 'fragments with different forms of lengths', [
        send(frame(BINARY, filler(70000), { fin: false }), more(filler(300)), last(filler(5))),
        getsMessage(BINARY, Buffer.concat([filler(70000), filler(300), filler(5)])),
    ]);
    t.good('RFC 6455 5.4', 'an open message may wait', [
        send(text('a', { fin: false })),
        quiet(200),
        send(last('b')),
        getsMessage(TEXT, 'ab'),
    ]);
    t.good('RFC 6455 5.4', 'a closed message leaves nothing behind', [
        send(fragments(TEXT, ['long first message', ' in two'])),
        getsMessage(TEXT, 'long first message in two'),
        send(text('')),
        getsMessage(TEXT, ''),
        send(binary('b')),
        getsMessage(BINARY, 'b'),
    ]);
    t.row('RFC 6455 5.4', 'close frame in fragments', [send(frame(CLOSE, [3], { fin: false }), last([232])), closes(1002)]);
    t.row('RFC 6455 5.4', 'ping with FIN, then a continuation', [
        send(frame(PING, 'p'), frame(CONTINUATION, 'x')),
        gets(PONG, 'p'),
        closes(1002),
    ]);
    return t;
}
