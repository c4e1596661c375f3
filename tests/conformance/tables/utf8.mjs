// UTF-8 in text messages: RFC 6455 section 8.1. What is bad has to be found at the byte that makes it so, however the bytes
// arrive, and nothing that is good may be refused.

import { CONTINUATION, cut, frame, fragments, last, more, ping, PONG, TEXT, text } from '../frames.mjs';
import { closes, drip, gets, getsMessage, nothingYet, quiet, send, sendApart } from '../steps.mjs';
import { table } from '../table.mjs';

const SECTION = 'RFC 6455 8.1';

/** Ranges that the second byte must be in, by the first (the table of well-formed byte sequences in the Unicode standard). */
const SECOND = new Map([
    [0xe0, [0xa0, 0xbf]],
    [0xed, [0x80, 0x9f]],
    [0xf0, [0x90, 0xbf]],
    [0xf4, [0x80, 0x8f]],
]);

/** @return the offset of the first byte that no valid text can have there; -1: none; the length when the text is cut off */
export function firstBadByte(data) {
    for (let at = 0; at < data.length;) {
        const lead = data[at];
        const tail =
            lead < 0x80
                ? 0
                : lead >= 0xc2 && lead <= 0xdf
                  ? 1
                  : lead >= 0xe0 && lead <= 0xef
                    ? 2
                    : lead >= 0xf0 && lead <= 0xf4
                      ? 3
                      : -1;
        if (tail < 0) {
            return at;
        }
        for (let i = 1; i <= tail; i++) {
            const [low, high] = i === 1 ? (SECOND.get(lead) ?? [0x80, 0xbf]) : [0x80, 0xbf];
            if (at + i >= data.length) {
                return data.length;
            }
            if (data[at + i] < low || data[at + i] > high) {
                return at + i;
            }
        }
        at += 1 + tail;
    }
    return -1;
}

const point = (code) => [`U+${code.toString(16).toUpperCase().padStart(4, '0')}`, Buffer.from(String.fromCodePoint(code))];

const VALID = new Map([
    // first, last and neighbours of every length; around the surrogates
    ...[
        0x00, 0x01, 0x7f, 0x80, 0x7ff, 0x800, 0xfff, 0x1000, 0xcfff, 0xd000, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x3ffff, 0x40000,
        0xfffff, 0x100000, 0x10ffff,
    ].map(point),
    // characters that are not for interchange, but valid
    ...[0xfdd0, 0xfdef, 0xfeff, 0xfffd].map(point),
    ...Array.from({ length: 17 }, (_, plane) => [point(plane * 0x10000 + 0xfffe), point(plane * 0x10000 + 0xffff)]).flat(),
    ['several lengths together', Buffer.from('aß€😀z')],
    ['Greek', Buffer.from('Ελλάδα')],
    ['Chinese', Buffer.from('你好，世界')],
    ['combining characters', Buffer.from('e\u0301o\u0308')],
    ['a family of emoji', Buffer.from('👩‍👩‍👧‍👦')],
    ['right to left', Buffer.from('שלום \u202e!')],
    ['two and four bytes in turn', Buffer.from('é😀é😀')],
]);

const INVALID = new Map(
    [
        ['continuation byte, the first', [0x80]],
        ['continuation byte, the last', [0xbf]],
        ['two continuation bytes', [0x80, 0xbf]],
        ['six continuation bytes', [0x80, 0x81, 0x82, 0x83, 0x84, 0x85]],
        ['continuation byte behind a whole character', [0xc3, 0xa9, 0xa9]],
        ['continuation byte behind three bytes', [0xe2, 0x82, 0xac, 0x80]],
        ['continuation byte behind four bytes', [0xf0, 0x9f, 0x98, 0x80, 0x80]],
        ['overlong slash in two bytes', [0xc0, 0xaf]],
        ['overlong slash in three bytes', [0xe0, 0x80, 0xaf]],
        ['overlong slash in four bytes', [0xf0, 0x80, 0x80, 0xaf]],
        ['overlong slash in five bytes', [0xf8, 0x80, 0x80, 0x80, 0xaf]],
        ['overlong slash in six bytes', [0xfc, 0x80, 0x80, 0x80, 0x80, 0xaf]],
        ['overlong NUL in two bytes', [0xc0, 0x80]],
        ['overlong NUL in three bytes', [0xe0, 0x80, 0x80]],
        ['overlong NUL in four bytes', [0xf0, 0x80, 0x80, 0x80]],
        ['largest overlong in two bytes', [0xc1, 0xbf]],
        ['largest overlong in three bytes', [0xe0, 0x9f, 0xbf]],
        ['largest overlong in four bytes', [0xf0, 0x8f, 0xbf, 0xbf]],
        ['largest overlong in five bytes', [0xf8, 0x87, 0xbf, 0xbf, 0xbf]],
        ['largest overlong in six bytes', [0xfc, 0x83, 0xbf, 0xbf, 0xbf, 0xbf]],
        ['first high surrogate', [0xed, 0xa0, 0x80]],
        ['last high surrogate', [0xed, 0xaf, 0xbf]],
        ['first low surrogate', [0xed, 0xb0, 0x80]],
        ['last low surrogate', [0xed, 0xbf, 0xbf]],
        ['private surrogates', [0xed, 0xae, 0x80]],
        ['pair of surrogates', [0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80]],
        ['last pair of surrogates', [0xed, 0xaf, 0xbf, 0xed, 0xbf, 0xbf]],
        ['U+110000', [0xf4, 0x90, 0x80, 0x80]],
        ['U+13FFFF', [0xf4, 0xbf, 0xbf, 0xbf]],
        ['U+140000', [0xf5, 0x80, 0x80, 0x80]],
        ['U+1FFFFF', [0xf7, 0xbf, 0xbf, 0xbf]],
        ['five byte form', [0xf8, 0x88, 0x80, 0x80, 0x80]],
        ['last five byte form', [0xfb, 0xbf, 0xbf, 0xbf, 0xbf]],
        ['six byte form', [0xfc, 0x84, 0x80, 0x80, 0x80, 0x80]],
        ['last six byte form', [0xfd, 0xbf, 0xbf, 0xbf, 0xbf, 0xbf]],
        ['byte 0xfe', [0xfe]],
        ['byte 0xff', [0xff]],
        ['UTF-16 mark', [0xff, 0xfe]],
        ['Latin 1', [0x47, 0x72, 0xfc, 0xdf, 0x65]],
        ['two byte lead, then ASCII', [0xc3, 0x41]],
        ['three byte lead, then ASCII', [0xe2, 0x41]],
        ['three bytes cut by ASCII', [0xe2, 0x82, 0x41]],
        ['four bytes cut by ASCII', [0xf0, 0x9f, 0x98, 0x41]],
        ['two leads', [0xc3, 0xc3, 0xa9]],
        ['three byte lead inside three bytes', [0xe2, 0xe2, 0x82, 0xac]],
        ['four bytes cut by a lead', [0xf0, 0x9f, 0xf0, 0x9f, 0x98, 0x80]],
        ['cut by NUL', [0xe2, 0x82, 0]],
        ['half of two bytes', [0xc3]],
        ['a third of three bytes', [0xe2]],
        ['two thirds of three bytes', [0xe2, 0x82]],
        ['a quarter of four bytes', [0xf0]],
        ['half of four bytes', [0xf0, 0x9f]],
        ['three quarters of four bytes', [0xf0, 0x9f, 0x98]],
    ].map(([name, data]) => [name, Buffer.from(data)])
);

const BEFORE = Buffer.from('κό');
const AFTER = Buffer.from('σμε');

export function utf8() {
    const t = table('utf8');

    for (const [name, character] of VALID) {
        valid(t, name, character);
    }
    for (const [name, data] of INVALID) {
        invalid(t, name, data);
    }
    singleBytes(t);
    secondBytes(t);
    longTexts(t);
    return t;
}

function valid(t, name, character) {
    const data = Buffer.concat([BEFORE, character, AFTER]),
        start = BEFORE.length;
    t.good(SECTION, `${name} alone`, [send(text(character)), getsMessage(TEXT, character)]);
    t.good(SECTION, `${name} inside text`, [send(text(data)), getsMessage(TEXT, data)]);
    t.good(SECTION, `${name}, byte by byte`, [drip(text(data)), getsMessage(TEXT, data)]);
    t.good(SECTION, `${name}, in fragments of one byte`, [send(fragments(TEXT, cut(data, 1))), getsMessage(TEXT, data)]);
    for (let at = 1; at < character.length; at++) {
        const parts = [data.subarray(0, start + at), data.subarray(start + at)],
            whole = text(data);
        t.good(SECTION, `${name}, fragments cut in its byte ${at}`, [send(fragments(TEXT, parts)), getsMessage(TEXT, data)]);
        t.good(SECTION, `${name}, segments cut in its byte ${at}`, [
            sendApart(whole.subarray(0, 6 + start + at), whole.subarray(6 + start + at)),
            getsMessage(TEXT, data),
        ]);
        t.good(SECTION, `${name}, a ping in its byte ${at}`, [
            send(text(parts[0], { fin: false }), ping('p'), last(parts[1])),
            gets(PONG, 'p'),
            getsMessage(TEXT, data),
        ]);
    }
}

function invalid(t, name, sequence) {
    const truncated = firstBadByte(sequence) === sequence.length; // bad only because nothing follows
    const data = truncated ? Buffer.concat([BEFORE, sequence]) : Buffer.concat([BEFORE, sequence, AFTER]);
    const bad = firstBadByte(data),
        start = BEFORE.length;
    const upTo = data.subarray(0, bad + 1),
        claim = { length: 100 };

    t.row(SECTION, `${name}`, [send(text(sequence)), closes(1007)]);
    t.row(SECTION, `${name} inside text`, [send(text(data)), closes(1007)]);
    t.row(SECTION, `${name}, byte by byte`, [drip(text(data)), closes(1007)]);
    t.row(SECTION, `${name}, in fragments of one byte`, [send(fragments(TEXT, cut(data, 1))), closes(1007)]);
    if (truncated) {
        t.row(SECTION, `${name}: accepted until the message ends`, [
            send(text(data, { fin: false })),
            nothingYet(),
            send(last('')),
            closes(1007),
        ]);
        return;
    }
    t.row(SECTION, `${name}: found while the frame is incomplete`, [send(text(upTo, claim)), closes(1007)]);
    t.row(SECTION, `${name}: found while the message is incomplete`, [send(text(upTo, { fin: false })), closes(1007)]);
    t.row(SECTION, `${name}: found in a second fragment that is incomplete`, [
        send(text('text', { fin: false }), last(upTo, claim)),
        closes(1007),
    ]);
    t.row(SECTION, `${name}: not found too early, then at its byte`, [
        send(text(data.subarray(0, bad), { fin: false })),
        nothingYet(),
        send(more(data.subarray(bad, bad + 1))),
        closes(1007),
    ]);
    t.row(SECTION, `${name}: a frame in two segments, the second has the bad byte`, [
        send(text(upTo, { ...claim, key: [1, 2, 3, 4] }).subarray(0, -1)),
        quiet(20),
        send(text(upTo, { ...claim, key: [1, 2, 3, 4] }).subarray(-1)),
        closes(1007),
    ]);
    for (let at = start + 1; at <= bad; at++) {
        t.row(SECTION, `${name}, fragments cut in its byte ${at - start}`, [
            send(text(data.subarray(0, at), { fin: false }), last(data.subarray(at))),
            closes(1007),
        ]);
    }
}

/** Every byte as the first one of a text that ends behind it, and followed by what could continue it. */
function singleBytes(t) {
    for (let byte = 0; byte < 256; byte++) {
        const name = `byte 0x${byte.toString(16).padStart(2, '0')}`,
            data = Buffer.from([byte]);
        const verdict = firstBadByte(data);
        if (verdict < 0) {
            t.good(SECTION, `${name} is text`, [send(text(data)), getsMessage(TEXT, data)]);
        } else if (verdict === 0) {
            t.row(SECTION, `${name} begins no character`, [send(text(data, { fin: false })), closes(1007)]);
        } else {
            t.row(SECTION, `${name} alone is no text`, [
                send(text(data, { fin: false })),
                nothingYet(),
                send(last('')),
                closes(1007),
            ]);
        }
    }
}

/** The edges of the second byte for leads of every kind. */
function secondBytes(t) {
    for (const lead of [0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4]) {
        for (const second of [0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff]) {
            const data = Buffer.from([lead, second]),
                name = `0x${data.toString('hex')}`;
            if (firstBadByte(data) === 1) {
                t.row(SECTION, `${name} is bad at its second byte`, [send(frame(TEXT, data, { length: 50 })), closes(1007)]);
            } else {
                const rest = Buffer.alloc(lead < 0xe0 ? 0 : lead < 0xf0 ? 1 : 2, 0x80);
                t.good(SECTION, `${name} may go on`, [
                    send(text(data, { fin: false })),
                    nothingYet(),
                    send(frame(CONTINUATION, rest)),
                    getsMessage(TEXT, Buffer.concat([data, rest])),
                ]);
            }
        }
    }
}

/** A bad byte far inside: the checks of many bytes at once must not pass over it, at no alignment. */
function longTexts(t) {
    for (let at = 0; at <= 40; at++) {
        const data = Buffer.alloc(96, 'a');
        data[at] = 0xff;
        t.row(SECTION, `bad byte at offset ${at} of ASCII`, [send(text(data, { length: 5000 })), closes(1007)]);
        const good = Buffer.concat([Buffer.alloc(at, 'a'), Buffer.from('€'), Buffer.alloc(40, 'b')]);
        t.good(SECTION, `three byte character at offset ${at} of ASCII`, [send(text(good)), getsMessage(TEXT, good)]);
        const short = Buffer.concat([Buffer.alloc(at, 'a'), Buffer.from([0xe2, 0x82])]);
        t.row(SECTION, `text cut off behind offset ${at}`, [send(text(short)), closes(1007)]);
    }
    for (const size of [1000, 65536, 1000000]) {
        const data = Buffer.from('aß€😀'.repeat(Math.ceil(size / 10)));
        t.good(SECTION, `${data.length} bytes of mixed characters`, [send(text(data)), getsMessage(TEXT, data)]);
        t.good(SECTION, `${data.length} bytes of mixed characters in fragments of 1021`, [
            send(fragments(TEXT, cut(data, 1021))),
            getsMessage(TEXT, data),
        ]);
        const bad = Buffer.from(data);
        bad[bad.length - 1] = 0xff;
        t.row(SECTION, `${data.length} bytes of mixed characters, the last one bad`, [send(text(bad)), closes(1007)]);
        t.row(SECTION, `${data.length} bytes of mixed characters, the last one bad, in fragments`, [
            send(fragments(TEXT, cut(bad, 1021))),
            closes(1007),
        ]);
        t.row(SECTION, `${data.length} bytes of mixed characters, then a bad one in a message that never ends`, [
            send(text(bad, { length: 10000000, form: 64 })),
            closes(1007),
        ]);
    }
    t.row(SECTION, 'a good message, then a bad one', [send(text('good'), text([0xc0])), getsMessage(TEXT, 'good'), closes(1007)]);
    t.good(SECTION, 'the state of a text does not reach the next one', [
        send(text('é'), text('é'), fragments(TEXT, ['a', 'b'])),
        getsMessage(TEXT, 'é'),
        getsMessage(TEXT, 'é'),
        getsMessage(TEXT, 'ab'),
    ]);
    t.row(SECTION, 'half a character in one message, the other half in the next', [
        send(text([0xc3]), text([0xa9])),
        closes(1007),
    ]);
    t.good(SECTION, 'bad UTF-8 in binary is no matter', [send(frame(2, [0xff, 0xc0, 0x80])), getsMessage(2, [0xff, 0xc0, 0x80])]);
}
