// The end of a connection: RFC 6455 sections 5.5.1, 7.1 and 7.4.

import { BINARY, binary, CLOSE, close, closePayload, frame, fragments, PING, ping, PONG, pong, TEXT, text } from '../frames.mjs';
import { closed, closes, drip, endOurSide, ends, gets, getsMessage, notReset, quiet, send, sendApart } from '../steps.mjs';
import { table } from '../table.mjs';
import { filler } from './framing.mjs';

const DEFINED = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014];
const RANGES = [3000, 3001, 3333, 3500, 3998, 3999, 4000, 4001, 4321, 4500, 4998, 4999];
const NEVER_SENT = [1004, 1005, 1006, 1015]; // no meaning yet, or for local use only
const UNASSIGNED = [
    0, 1, 2, 9, 10, 99, 100, 101, 127, 128, 200, 255, 256, 257, 404, 500, 512, 767, 900, 998, 999, 1016, 1017, 1020, 1023, 1024,
    1025, 1050, 1100, 1200, 1279, 1280, 1500, 1999, 2000, 2001, 2047, 2048, 2500, 2998, 2999, 5000, 5001, 5119, 5120, 6000, 8191,
    8192, 9999, 10000, 16383, 16384, 32767, 32768, 40000, 50000, 65000, 65279, 65280, 65534, 65535,
];

const isValid = (code) => DEFINED.includes(code) || (code >= 3000 && code <= 4999);

/** @param options exhaustive: a row for every code */
export function closing({ exhaustive = false } = {}) {
    const t = table('close');

    codes(t, exhaustive);
    payloads(t);
    reasons(t);
    sequences(t);
    endOfTcp(t);
    return t;
}

function codes(t, exhaustive) {
    const all = exhaustive
        ? Array.from({ length: 65536 }, (_, code) => code)
        : [...DEFINED, ...RANGES, ...NEVER_SENT, ...UNASSIGNED];
    for (const code of all) {
        const section = code >= 1000 && code < 1016 ? 'RFC 6455 7.4.1' : 'RFC 6455 7.4.2';
        const verdict = isValid(code) ? 'comes back' : 'is invalid';
        t.row(section, `code ${code} ${verdict}`, [send(close(code)), closes(isValid(code) ? code : 1002)]);
        if (!exhaustive) {
            t.row(section, `code ${code} with a reason ${verdict}`, [
                send(close(code, 'a reason')),
                closes(isValid(code) ? code : 1002),
            ]);
        }
    }
}

function payloads(t) {
    t.row('RFC 6455 7.1.5', 'close without payload', [send(close(null)), closes([null, 1000])]);
    t.row('RFC 6455 7.1.5', 'close without payload, byte by byte', [drip(close(null)), closes([null, 1000])]);
    for (const byte of [0, 3, 255]) {
        t.row('RFC 6455 5.5.1', `close with one byte of payload, ${byte}`, [send(frame(CLOSE, [byte])), closes(1002)]);
    }
    t.row('RFC 6455 5.5.1', 'close with one byte of payload, byte by byte', [drip(frame(CLOSE, [3])), closes(1002)]);
    for (const size of [0, 1, 2, 3, 10, 61, 62, 121, 122, 123]) {
        t.row('RFC 6455 5.5.1', `close with ${size} bytes of reason`, [send(close(1000, filler(size))), closes(1000)]);
        t.row('RFC 6455 5.5.1', `close with ${size} bytes of reason, byte by byte`, [
            drip(close(1000, filler(size))),
            closes(1000),
        ]);
    }
    for (const size of [124, 125, 126, 1000, 65534]) {
        t.row('RFC 6455 5.5.1', `close with ${size} bytes of reason is too long`, [
            send(close(1000, filler(size))),
            closes(1002),
        ]);
    }
    const whole = close(1000, 'bye', { key: [11, 22, 33, 44] });
    for (let at = 1; at < whole.length; at++) {
        t.row('RFC 6455 5.5.1', `close cut behind byte ${at}`, [
            sendApart(whole.subarray(0, at), whole.subarray(at)),
            closes(1000),
        ]);
    }
    t.row('RFC 6455 5.5.1', 'half a close frame is waited for', [
        send(whole.subarray(0, 7)),
        quiet(),
        send(whole.subarray(7)),
        closes(1000),
    ]);
}

function reasons(t) {
    const valid = {
        'ASCII': 'going home',
        'two byte characters': 'Grüße',
        'three byte characters': '再见',
        'four byte characters': '👋🏽',
        'NUL': 'a\0b',
        'U+FFFF': '\uffff',
        'U+10FFFF': '\u{10ffff}',
        '41 characters of three bytes': '€'.repeat(41),
    };
    for (const [name, reason] of Object.entries(valid)) {
        t.row('RFC 6455 7.1.6', `reason with ${name}`, [send(close(1000, reason)), closes(1000)]);
        t.row('RFC 6455 7.1.6', `reason with ${name}, code 4000`, [send(close(4000, reason)), closes(4000)]);
    }
    const invalid = {
        'a lone continuation byte': [0x80],
        'an overlong slash': [0xc0, 0xaf],
        'an overlong NUL of three bytes': [0xe0, 0x80, 0x80],
        'a surrogate': [0xed, 0xa0, 0x80],
        'a character above U+10FFFF': [0xf4, 0x90, 0x80, 0x80],
        'byte 0xfe': [0xfe],
        'byte 0xff': [0xff],
        'half a character at its end': [0x61, 0xe2, 0x82],
        'a five byte form': [0xf8, 0x88, 0x80, 0x80, 0x80],
        'a character cut by ASCII': [0xe2, 0x82, 0x61],
    };
    for (const [name, reason] of Object.entries(invalid)) {
        t.row('RFC 6455 7.1.6', `reason with ${name}`, [send(close(1000, reason)), closes(1007)]);
        t.row('RFC 6455 7.1.6', `reason with text, then ${name}`, [
            send(close(3000, Buffer.concat([Buffer.from('text '), Buffer.from(reason)]))),
            closes(1007),
        ]);
        t.row('RFC 6455 7.1.6', `reason with ${name} and an invalid code`, [send(close(1005, reason)), closes([1002, 1007])]);
    }
}

function sequences(t) {
    const rest = {
        'a text message': text('late'),
        'a binary message': binary('late'),
        'a ping': ping('late'),
        'a pong': pong('late'),
        'another close': close(1001),
        'the same close': close(1000),
        'fragments': fragments(TEXT, ['la', 'te']),
        'a reserved opcode': frame(3, ''),
        'reserved bits': text('x', { rsv: 7 }),
        'an unmasked frame': text('x', { key: null }),
        'bad UTF-8': text([0xff]),
        'half a header': Buffer.from([0x81]),
        'no frames at all': Buffer.from('GET / HTTP/1.1\r\n\r\n'),
        'zeros': Buffer.alloc(100),
        '256 KiB of a message': binary(filler(262144)),
    };
    for (const [name, data] of Object.entries(rest)) {
        t.row('RFC 6455 7.1.4', `behind the client's close: ${name}`, [send(close(1000), data), closes(1000)]);
        t.row('RFC 6455 7.1.4', `behind the client's close, apart: ${name}`, [sendApart(close(1000), data), closes(1000)]);
        t.row('RFC 6455 7.1.7', `behind a fault of the client: ${name}`, [send(frame(0xb, ''), data), closes(1002)]);
    }
    t.row('RFC 6455 7.1.4', 'close at once', [send(close(1000)), closes(1000)]);
    t.row('RFC 6455 7.1.4', 'close behind a message: the message is answered first', [
        send(text('first'), close(1000)),
        getsMessage(TEXT, 'first'),
        closes(1000),
    ]);
    t.row('RFC 6455 7.1.4', 'close behind a ping: the ping is answered first', [
        send(ping('first'), close(1000)),
        gets(PONG, 'first'),
        closes(1000),
    ]);
    t.row('RFC 6455 7.1.4', 'close behind 1 MiB: all of it comes back first', [
        send(() => Buffer.concat([binary(filler(1048576, BINARY)), close(1000)])),
        getsMessage(BINARY, () => filler(1048576, BINARY)),
        closes(1000),
    ]);
    t.row('RFC 6455 7.1.4', 'close behind 200 messages: all come back first', [
        send(...Array.from({ length: 200 }, (_, i) => text(`${i}`)), close(1000)),
        ...Array.from({ length: 200 }, (_, i) => getsMessage(TEXT, `${i}`)),
        closes(1000),
    ]);
    t.row('RFC 6455 7.1.7', 'a fault behind a message: the message is answered first', [
        send(text('first'), frame(PING, 'x', { fin: false })),
        getsMessage(TEXT, 'first'),
        closes(1002),
    ]);
    t.row('RFC 6455 7.1.7', 'a fault behind 100 messages in one segment', [
        send(...Array.from({ length: 100 }, (_, i) => binary(`${i}`)), frame(5, '')),
        ...Array.from({ length: 100 }, (_, i) => getsMessage(BINARY, `${i}`)),
        closes(1002),
    ]);
    t.row('RFC 6455 7.1.7', "a fault, then the client's close", [send(frame(7, 'x'), close(1000)), closes(1002)]);
    t.row('RFC 6455 7.1.7', 'a fault, then a message', [send(frame(7, 'x'), text('never served')), closes(1002)]);
    t.row('RFC 6455 7.1.7', 'a TLS client hello', [send([0x16, 0x03, 0x01, 0x02, 0, 1, 0, 1, 0xfc, 3, 3]), closes(1002)]);
    t.row('RFC 6455 7.1.7', 'another HTTP request', [send('GET / HTTP/1.1\r\nHost: h\r\n\r\n'), closes(1002)]);
    t.row('RFC 6455 7.1.7', 'only zeros', [send(Buffer.alloc(64)), closes(1002)]);
    t.row('RFC 6455 7.1.7', 'only 0xff', [send(Buffer.alloc(64, 0xff)), closes(1002)]);
}

function endOfTcp(t) {
    t.row('RFC 6455 7.1.1', 'the server ends TCP first; what we still send does not make it reset', [
        send(close(1000)),
        closes(1000),
        ...Array(5).fill(send(filler(20000))),
        notReset(),
        closed(),
    ]);
    t.row(
        'RFC 6455 7.1.1',
        'the same after a fault',
        [send(frame(3, '')), closes(1002), ...Array(5).fill(send(filler(20000))), notReset(), closed()],
        { ours: true }
    );
    t.row('RFC 6455 7.1.1', "the client answers the server's close frame", [
        send(frame(3, '')),
        closes(1002),
        send(close(1002)),
        endOurSide(),
        closed(),
    ]);
    t.row('RFC 6455 7.1.1', 'the client ends its side behind its close frame', [
        send(close(1000)),
        endOurSide(),
        closes(1000),
        closed(),
    ]);
    t.row('RFC 6455 7.1.1', 'the client ends its side behind a message and a close', [
        send(text('last'), close(1000)),
        endOurSide(),
        getsMessage(TEXT, 'last'),
        closes(1000),
        closed(),
    ]);
    t.row('RFC 6455 7.1.1', 'the client ends its side without a close frame', [endOurSide(), ends(), closed()]);
    t.row('RFC 6455 7.1.1', 'the client ends its side inside a frame', [
        send(text('hello').subarray(0, 8)),
        endOurSide(),
        ends(),
        closed(),
    ]);
    t.row('RFC 6455 7.1.1', 'the client ends its side inside a header', [
        send(text('hello').subarray(0, 1)),
        endOurSide(),
        ends(),
        closed(),
    ]);
    t.row('RFC 6455 7.1.1', 'the client ends its side inside a message', [
        send(text('hello', { fin: false })),
        endOurSide(),
        ends(),
        closed(),
    ]);
    t.row(
        'RFC 6455 7.1.1',
        'the client ends its side behind a message: it is answered',
        [send(text('last')), endOurSide(), getsMessage(TEXT, 'last'), ends(), closed()],
        { ours: true }
    );
    t.row('RFC 6455 7.1.1', 'a close in 20 segments', [drip(close(1000, 'x'.repeat(12))), closes(1000), closed()]);
    t.row('RFC 6455 7.1.5', 'a close frame with the longest payload in the reply', [
        send(frame(CLOSE, closePayload(4999, filler(123)))),
        closes(4999),
    ]);
}
