// Control frames: RFC 6455 sections 5.5, 5.5.2, 5.5.3. Close frames are in close.mjs.

import {
    BINARY,
    binary,
    CLOSE,
    closePayload,
    CONTINUATION,
    frame,
    last,
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

export function controlFrames() {
    const t = table('control-frames');

    for (const [opcode, payload] of [
        [PING, 'x'],
        [PONG, 'x'],
        [CLOSE, closePayload(1000)],
    ]) {
        const name = opcodeName(opcode);
        for (const size of [126, 127, 200, 65535, 65536]) {
            t.row('RFC 6455 5.5', `${name} of ${size} bytes`, [
                send(frame(opcode, Buffer.concat([Buffer.from([3, 232]), filler(size - 2)]))),
                closes(1002),
            ]);
        }
        t.row('RFC 6455 5.5', `${name} with a 16 bit length, only its first two bytes`, [
            send([0x80 | opcode, 0xfe]),
            closes(1002),
        ]);
        t.row('RFC 6455 5.5', `${name} with a 64 bit length, only its first two bytes`, [
            send([0x80 | opcode, 0xff]),
            closes(1002),
        ]);
        t.row('RFC 6455 5.5', `${name} without FIN`, [send(frame(opcode, payload, { fin: false })), closes(1002)]);
        t.row('RFC 6455 5.5', `${name} without FIN, empty`, [send(frame(opcode, '', { fin: false })), closes(1002)]);
        t.row('RFC 6455 5.5', `${name} without FIN, only its first byte`, [send([opcode]), closes(1002)]);
        t.row('RFC 6455 5.5', `${name} in two fragments`, [
            send(frame(opcode, payload, { fin: false }), frame(CONTINUATION, payload)),
            closes(1002),
        ]);
        t.row('RFC 6455 5.5', `${name} without FIN inside a message`, [
            send(text('x', { fin: false }), frame(opcode, payload, { fin: false }), last('y')),
            closes(1002),
        ]);
        t.row('RFC 6455 5.5', `${name} of 126 bytes inside a message`, [
            send(text('x', { fin: false }), frame(opcode, filler(126))),
            closes(1002),
        ]);
    }

    for (const size of [0, 1, 2, 3, 4, 5, 8, 16, 63, 64, 100, 123, 124, 125]) {
        const data = filler(size, BINARY);
        t.good('RFC 6455 5.5.2', `ping of ${size} bytes`, [send(ping(data)), gets(PONG, data)]);
        t.good('RFC 6455 5.5.2', `ping of ${size} bytes, byte by byte`, [drip(ping(data)), gets(PONG, data)]);
        t.good('RFC 6455 5.5.3', `pong of ${size} bytes nobody asked for`, [send(pong(data)), nothingYet()]);
    }
    for (let at = 1; at < 16; at++) {
        const whole = ping('ten bytes!', { key: [7, 8, 9, 10] });
        t.good('RFC 6455 5.5.2', `ping cut behind byte ${at}`, [
            sendApart(whole.subarray(0, at), whole.subarray(at)),
            gets(PONG, 'ten bytes!'),
        ]);
    }
    t.good('RFC 6455 5.5.2', 'ping with bytes that are not UTF-8', [
        send(ping([0, 255, 254, 253, 252, 251, 0, 255])),
        gets(PONG, [0, 255, 254, 253, 252, 251, 0, 255]),
    ]);
    t.good('RFC 6455 5.5.2', 'half a ping is waited for', [
        send(ping('half', { key: [1, 2, 3, 4] }).subarray(0, 8)),
        quiet(),
        send(ping('half', { key: [1, 2, 3, 4] }).subarray(8)),
        gets(PONG, 'half'),
    ]);
    for (const count of [2, 10, 100, 1000]) {
        const payloads = Array.from({ length: count }, (_, i) => `ping ${i}`);
        t.good('RFC 6455 5.5.2', `${count} pings in one segment are answered in order`, [
            send(...payloads.map((payload) => ping(payload))),
            ...payloads.map((payload) => gets(PONG, payload)),
        ]);
    }
    t.good('RFC 6455 5.5.2', '10 pings, byte by byte', [
        drip(Buffer.concat(Array.from({ length: 10 }, (_, i) => ping(`ping ${i}`)))),
        ...Array.from({ length: 10 }, (_, i) => gets(PONG, `ping ${i}`)),
    ]);
    t.good('RFC 6455 5.5.2', 'ping between messages', [
        send(text('a'), ping('b'), binary('c')),
        getsMessage(TEXT, 'a'),
        gets(PONG, 'b'),
        getsMessage(BINARY, 'c'),
    ]);
    for (let count = 1; count <= 4; count++) {
        const steps = [send(text('part ', { fin: false }))],
            middle = [];
        for (let i = 0; i < count; i++) {
            steps.push(send(ping(`p${i}`)), gets(PONG, `p${i}`), send(frame(CONTINUATION, `${i} `, { fin: false })));
            middle.push(`${i} `);
        }
        t.good('RFC 6455 5.5.2', `${count} pings inside a message are answered before it ends`, [
            ...steps,
            send(last('end')),
            getsMessage(TEXT, `part ${middle.join('')}end`),
        ]);
    }
    t.row('RFC 6455 5.5.2', 'ping behind a close frame is not answered', [
        send(frame(CLOSE, closePayload(1000)), ping('late')),
        closes(1000),
    ]);

    t.good('RFC 6455 5.5.3', 'empty pong nobody asked for', [send(pong()), nothingYet()]);
    t.good('RFC 6455 5.5.3', '100 pongs nobody asked for', [
        send(...Array.from({ length: 100 }, (_, i) => pong(`${i}`))),
        nothingYet(),
    ]);
    t.good('RFC 6455 5.5.3', 'pong, then ping', [send(pong('no answer'), ping('answer')), gets(PONG, 'answer')]);
    t.good('RFC 6455 5.5.3', 'pong inside a message', [
        send(text('a', { fin: false }), pong('x'), last('b')),
        getsMessage(TEXT, 'ab'),
    ]);
    t.good('RFC 6455 5.5.3', 'pong with bytes that are not UTF-8', [send(pong([0xff, 0xc0])), nothingYet()]);
    return t;
}
