// Masks: RFC 6455 sections 5.1 and 5.3.

import {
    BINARY,
    binary,
    CLOSE,
    closePayload,
    CONTINUATION,
    frame,
    fragments,
    opcodeName,
    PING,
    ping,
    PONG,
    TEXT,
    text,
} from '../frames.mjs';
import { closes, drip, gets, getsMessage, send, sendApart } from '../steps.mjs';
import { table } from '../table.mjs';
import { filler } from './framing.mjs';

const KEYS = {
    'zero': [0, 0, 0, 0],
    'ones': [255, 255, 255, 255],
    'ascending': [1, 2, 3, 4],
    'one bit': [0x80, 0, 0, 0],
    'like a header': [0x81, 0x80, 0, 0],
    'last byte only': [0, 0, 0, 0x55],
};

export function masking() {
    const t = table('masking');

    for (const [opcode, payload] of [
        [TEXT, 'x'],
        [BINARY, 'x'],
        [PING, 'x'],
        [PONG, 'x'],
        [CLOSE, closePayload(1000)],
        [CONTINUATION, 'x'],
    ]) {
        const name = opcodeName(opcode),
            before = opcode === CONTINUATION ? [text('x', { fin: false })] : [];
        t.row('RFC 6455 5.1', `unmasked ${name}`, [send(...before, frame(opcode, payload, { key: null })), closes(1002)]);
        t.row('RFC 6455 5.1', `unmasked ${name}, empty`, [send(...before, frame(opcode, '', { key: null })), closes(1002)]);
        t.row('RFC 6455 5.1', `unmasked ${name}, only its first two bytes`, [
            send(...before, frame(opcode, payload, { key: null }).subarray(0, 2)),
            closes(1002),
        ]);
        t.row('RFC 6455 5.1', `unmasked ${name}, byte by byte`, [
            send(...before),
            drip(frame(opcode, payload, { key: null })),
            closes(1002),
        ]);
        t.row('RFC 6455 5.1', `unmasked ${name} behind masked messages`, [
            send(text('a'), binary('b'), ...before, frame(opcode, payload, { key: null })),
            getsMessage(TEXT, 'a'),
            getsMessage(BINARY, 'b'),
            closes(1002),
        ]);
    }
    for (const size of [125, 126, 65535, 65536]) {
        t.row('RFC 6455 5.1', `unmasked text of ${size} bytes`, [send(text(filler(size), { key: null })), closes(1002)]);
        t.row('RFC 6455 5.1', `unmasked text of ${size} bytes, its payload never comes`, [
            send(text('', { key: null, form: size > 65535 ? 64 : size > 125 ? 16 : 7, length: size })),
            closes(1002),
        ]);
    }
    t.row('RFC 6455 5.1', 'an unmasked ping inside a message', [
        send(text('x', { fin: false }), ping('', { key: null })),
        closes(1002),
    ]);

    for (const [name, key] of Object.entries(KEYS)) {
        for (const size of [0, 1, 2, 3, 4, 5, 8, 13, 64, 127, 1000, 70001]) {
            const data = filler(size, BINARY);
            t.good('RFC 6455 5.3', `key "${name}", ${size} bytes`, [send(binary(data, { key })), getsMessage(BINARY, data)]);
        }
        t.good('RFC 6455 5.3', `key "${name}", ping`, [send(ping('some bytes', { key })), gets(PONG, 'some bytes')]);
        t.good('RFC 6455 5.3', `key "${name}", text in fragments with the same key`, [
            send(fragments(TEXT, ['a', 'bc', 'def', 'ghij', 'klmno'], { key })),
            getsMessage(TEXT, 'abcdefghijklmno'),
        ]);
    }
    // The key goes on where the last segment ended.
    for (const size of [9, 33]) {
        const data = filler(size, BINARY),
            whole = binary(data, { key: [0x12, 0x34, 0x56, 0x78] });
        for (let at = 1; at < size; at++) {
            t.good('RFC 6455 5.3', `payload of ${size} bytes cut behind byte ${at}`, [
                sendApart(whole.subarray(0, 6 + at), whole.subarray(6 + at)),
                getsMessage(BINARY, data),
            ]);
        }
    }
    for (const piece of [1, 2, 3, 5, 7]) {
        const data = filler(61);
        t.good('RFC 6455 5.3', `payload in pieces of ${piece}`, [
            drip(text(data, { key: [0xde, 0xad, 0xbe, 0xef] }), piece),
            getsMessage(TEXT, data),
        ]);
    }
    t.good('RFC 6455 5.3', 'every frame has a key of its own', [
        send(
            frame(TEXT, 'one ', { fin: false, key: [1, 1, 1, 1] }),
            ping('p', { key: [2, 3, 2, 3] }),
            frame(CONTINUATION, 'message', { key: [0xff, 0, 0xff, 0] })
        ),
        gets(PONG, 'p'),
        getsMessage(TEXT, 'one message'),
    ]);
    return t;
}
