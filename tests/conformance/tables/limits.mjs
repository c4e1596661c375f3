// Limits: RFC 6455 section 10.4. Those of port "plain-limits" are SMALL in server.php.

import { BINARY, cut, frame, fragments, last, more, opcodeName, ping, PONG, TEXT, text } from '../frames.mjs';
import { closes, drip, gets, getsMessage, send } from '../steps.mjs';
import { table } from '../table.mjs';
import { filler } from './framing.mjs';

const MAX = 65536;
const MAX_FRAGMENTS = 16;
const MIB = 1048576;

export function limits() {
    const t = table('limits', { to: 'plain-limits', ours: true });

    for (const opcode of [TEXT, BINARY]) {
        const name = opcodeName(opcode),
            claim = (length) => frame(opcode, '', { length, form: 64 });
        t.good('RFC 6455 10.4', `${name} of the largest size`, [
            send(frame(opcode, filler(MAX, opcode))),
            getsMessage(opcode, filler(MAX, opcode)),
        ]);
        t.row('RFC 6455 10.4', `${name} of one byte more`, [send(frame(opcode, filler(MAX + 1, opcode))), closes(1009)]);
        t.row('RFC 6455 10.4', `${name} of one byte more, by its header alone`, [send(claim(MAX + 1)), closes(1009)]);
        t.row('RFC 6455 10.4', `${name} of one byte more, byte by byte`, [drip(claim(MAX + 1)), closes(1009)]);
        t.row('RFC 6455 10.4', `${name} of 16 MiB, all of it sent`, [
            send(() => frame(opcode, filler(16 * MIB, opcode))),
            closes(1009),
        ]);
        t.good('RFC 6455 10.4', `${name} of the largest size in fragments`, [
            send(fragments(opcode, cut(filler(MAX, opcode), MAX / 8))),
            getsMessage(opcode, filler(MAX, opcode)),
        ]);
        t.row('RFC 6455 10.4', `${name} of one byte more in fragments, seen in the header of the last`, [
            send(frame(opcode, filler(MAX, opcode), { fin: false }), last('x').subarray(0, 2)),
            closes(1009),
        ]);
        t.row('RFC 6455 10.4', `${name} whose second fragment claims too much`, [
            send(frame(opcode, 'x', { fin: false }), more('', { length: MAX, form: 64 })),
            closes(1009),
        ]);
        t.good('RFC 6455 10.4', `${name} in the largest number of fragments`, [
            send(fragments(opcode, cut(filler(MAX_FRAGMENTS), 1))),
            getsMessage(opcode, filler(MAX_FRAGMENTS)),
        ]);
        t.row('RFC 6455 10.4', `${name} in one fragment more`, [
            send(fragments(opcode, cut(filler(MAX_FRAGMENTS + 1), 1))),
            closes(1009),
        ]);
        t.row('RFC 6455 10.4', `${name} in one fragment more, seen at its first byte`, [
            send(frame(opcode, '', { fin: false }), ...Array(MAX_FRAGMENTS - 1).fill(more('')), [0]),
            closes(1009),
        ]);
        t.row('RFC 6455 10.4', `${name}: a flood of empty fragments`, [
            send(frame(opcode, '', { fin: false }), ...Array(10000).fill(more(''))),
            closes(1009),
        ]);
        t.good('RFC 6455 10.4', `${name}: pings inside are no fragments`, [
            send(frame(opcode, 'a', { fin: false }), ...Array(30).fill(ping('p')), last('b')),
            ...Array(30).fill(gets(PONG, 'p')),
            getsMessage(opcode, 'ab'),
        ]);
        t.good(
            'RFC 6455 10.4',
            `${name}: limits hold for each message anew`,
            Array.from({ length: 4 }, () => [
                send(fragments(opcode, cut(filler(MAX_FRAGMENTS), 1)), frame(opcode, filler(MAX, opcode))),
                getsMessage(opcode, filler(MAX_FRAGMENTS)),
                getsMessage(opcode, filler(MAX, opcode)),
            ]).flat()
        );

        const within = { within: 10000 };
        for (const size of [4 * MIB, 8 * MIB, 16 * MIB]) {
            const data = () => filler(size, opcode);
            t.good(
                'RFC 6455 10.4',
                `${name} of ${size / MIB} MiB comes back`,
                [send(() => frame(opcode, data())), getsMessage(opcode, data, within)],
                { to: 'plain', ours: false }
            );
        }
        for (const piece of [64, 256, 1024, 4096, 16384, 65536, MIB, 4 * MIB]) {
            const data = () => filler(4 * MIB, opcode);
            t.good(
                'RFC 6455 10.4',
                `${name} of 4 MiB in fragments of ${piece} comes back`,
                [send(() => fragments(opcode, cut(data, piece))), getsMessage(opcode, data, within)],
                { to: 'plain', ours: false }
            );
        }
        for (const piece of [1024, 4096, 16384, 65536]) {
            const data = () => filler(MIB, opcode);
            t.good(
                'RFC 6455 10.4',
                `${name} of 1 MiB in segments of ${piece} comes back`,
                [drip(() => frame(opcode, data), piece), getsMessage(opcode, data, within)],
                { to: 'plain', ours: false }
            );
        }
    }
    t.row('RFC 6455 10.4', 'bad UTF-8 is found before the limit', [
        send(text(Buffer.concat([Buffer.from([0xff]), filler(MAX - 1)]))),
        closes(1007),
    ]);
    t.row('RFC 6455 10.4', 'a ping is answered before a message that is too large', [
        send(ping('p'), text(filler(MAX + 1))),
        gets(PONG, 'p'),
        closes(1009),
    ]);
    t.row('RFC 6455 10.4', 'a message is answered before one that is too large', [
        send(text('good'), text(filler(MAX + 1))),
        getsMessage(TEXT, 'good'),
        closes(1009),
    ]);
    return t;
}
