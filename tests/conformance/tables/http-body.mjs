// Where a request's body ends, and what hides it: RFC 9112 sections 6, 7, 11.2, with Content-Length and Expect of RFC 9110.

import { createHash } from 'node:crypto';

import { drip, quiet, responds, respondsLast, send, sendApart, demand } from '../steps.mjs';
import { table } from '../table.mjs';
import { filler } from './framing.mjs';
import { raw, request } from './http-syntax.mjs';

const BEHIND = 'GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n';
const POST = 'POST / HTTP/1.1';
const H = 'Host: h';
const CHUNKED = 'Transfer-Encoding: chunked';

const understood = (data) => ({ length: Buffer.from(data).length, md5: createHash('md5').update(data).digest('hex') });

/** A body in chunks. */
const chunks = (...parts) =>
    Buffer.concat([
        ...parts.map((part) =>
            Buffer.concat([raw(`${Buffer.from(part).length.toString(16)}\r\n`), Buffer.from(part), raw('\r\n')])
        ),
        raw('0\r\n\r\n'),
    ]);

export function httpBody() {
    const t = table('http-body', { raw: true });

    /** Refused, and what is behind is not served as a request. */
    const refused = (section, name, lines, body = '', status = 400, options = {}) => {
        t.row(section, name, [send(request(POST, H, ...lines), body, BEHIND), respondsLast(status)], options);
    };
    /** The application gets exactly this body, and the request behind it is one. */
    const served = (section, name, lines, body, data) => {
        t.row(
            section,
            name,
            [
                send(request(POST, H, ...lines), body, BEHIND),
                responds(200, { json: understood(data) }),
                responds(200, { json: { uri: '/smuggled', length: 0 } }),
            ],
            { ours: true }
        );
    };

    lengths(t, refused, served);
    codings(refused, served);
    chunked(t, refused, served);
    expectations(t);
    smuggling(t);
    return t;
}

function lengths(t, refused, served) {
    for (const value of [
        '+5',
        '-5',
        '-1',
        '0x5',
        '5.0',
        '5e0',
        '5,5',
        '5, 5',
        '5 5',
        '5;',
        '"5"',
        'five',
        '',
        ',',
        '5,',
        '0 0',
        '٥',
        '5\t5',
        '1_0',
        '18446744073709551616',
        '99999999999999999999999',
        '-0',
        '+0',
        '0x0',
        'NaN',
        'Infinity',
    ]) {
        refused(
            'RFC 9110 8.6',
            `Content-Length "${value.replace('\t', '\\t')}"`,
            [`Content-Length: ${Buffer.from(value).toString('latin1')}`],
            'hello'
        );
    }
    refused('RFC 9110 8.6', 'two different Content-Length', ['Content-Length: 5', 'Content-Length: 6'], 'hello');
    refused('RFC 9110 8.6', 'Content-Length 0 and 5', ['Content-Length: 0', 'Content-Length: 5'], 'hello');
    refused('RFC 9110 8.6', 'two Content-Length, other case', ['Content-Length: 5', 'CONTENT-LENGTH: 0'], 'hello');
    refused('RFC 9110 8.6', 'the same Content-Length twice', ['Content-Length: 5', 'Content-Length: 5'], 'hello', 400, {
        ours: true,
    });
    refused('RFC 9110 15.5.14', 'a body of 2^63 bytes', ['Content-Length: 9223372036854775808'], '', 413);
    refused('RFC 9110 15.5.14', 'a body of 2^64 - 1 bytes', ['Content-Length: 18446744073709551615'], '', 413);
    refused('RFC 9110 15.5.14', 'a body of one byte too many', ['Content-Length: 65537'], '', 413, {
        ours: true,
        to: 'plain-limits',
    });
    refused('RFC 9110 15.5.14', 'chunks of one byte too many', [CHUNKED], '10000\r\n' + 'x'.repeat(65536) + '\r\n1\r\n', 413, {
        ours: true,
        to: 'plain-limits',
    });
    refused('RFC 9110 15.5.14', 'a chunk of one byte too many', [CHUNKED], '10001\r\n', 413, { ours: true, to: 'plain-limits' });
    refused('RFC 9110 15.5.14', 'a chunk of 2^60 bytes', [CHUNKED], '1000000000000000\r\n', 413);
    t.row(
        'RFC 9110 15.5.14',
        'the largest body',
        [send(request(POST, H, 'Content-Length: 65536'), filler(65536)), responds(200, { json: understood(filler(65536)) })],
        { ours: true, to: 'plain-limits' }
    );
    for (const [name, line] of [
        ['5', 'Content-Length: 5'],
        ['with leading zeros', 'Content-Length: 0005'],
        ['with white space', 'Content-Length: \t5 '],
        ['without a space', 'Content-Length:5'],
        ['in other case', 'cONTENT-lENGTH: 5'],
    ]) {
        served('RFC 9112 6.2', `Content-Length ${name}`, [line], 'hello', 'hello');
    }
    served('RFC 9112 6.3', 'no body without Content-Length', [], '', '');
    served('RFC 9112 6.3', 'Content-Length 0', ['Content-Length: 0'], '', '');
    for (const size of [1, 100, 16384, 65536, 1048576]) {
        served('RFC 9112 6.2', `a body of ${size} bytes`, [`Content-Length: ${size}`], () => filler(size), filler(size));
    }
    for (const method of ['GET', 'DELETE', 'OPTIONS']) {
        t.row(
            'RFC 9112 6.3',
            `${method} with a body`,
            [
                send(request(`${method} / HTTP/1.1`, H, 'Content-Length: 5'), 'hello', BEHIND),
                responds(200, { json: { method, length: 5 } }),
                responds(200, { json: { uri: '/smuggled' } }),
            ],
            { ours: true }
        );
    }
    t.row(
        'RFC 9112 6.3',
        'a body that looks like a request is a body',
        [
            send(request(POST, H, `Content-Length: ${BEHIND.length}`), BEHIND, request('GET /next HTTP/1.1', H)),
            responds(200, { json: { length: BEHIND.length } }),
            responds(200, { json: { uri: '/next' } }),
        ],
        { ours: true }
    );
    t.row(
        'RFC 9112 6.2',
        'a body, byte by byte',
        [send(request(POST, H, 'Content-Length: 5')), drip('hello'), responds(200, { json: understood('hello') })],
        { ours: true }
    );
    t.row(
        'RFC 9112 8',
        'half a body is waited for',
        [send(request(POST, H, 'Content-Length: 5'), 'he'), quiet(), send('llo'), responds(200, { json: understood('hello') })],
        { ours: true }
    );
}

function codings(refused, served) {
    served('RFC 9112 6.1', 'chunked', [CHUNKED], chunks('hello'), 'hello');
    for (const value of ['Chunked', 'CHUNKED', ' chunked ', '\tchunked\t']) {
        served(
            'RFC 9112 6.1',
            `Transfer-Encoding "${value.replaceAll('\t', '\\t')}"`,
            [`Transfer-Encoding: ${value}`],
            chunks('hello'),
            'hello'
        );
    }
    for (const value of [
        'chunked, gzip',
        'chunked, identity',
        'chunked, chunked',
        'chunked,chunked',
        'gzip, chunked, chunked',
        'chunked, gzip, chunked',
    ]) {
        refused('RFC 9112 6.1', `Transfer-Encoding "${value}"`, [`Transfer-Encoding: ${value}`], chunks('hello'));
    }
    refused('RFC 9112 6.1', 'chunked in two fields', [CHUNKED, CHUNKED], chunks('hello'));
    refused('RFC 9112 6.1', 'chunked, then gzip in two fields', [CHUNKED, 'Transfer-Encoding: gzip'], chunks('hello'));
    for (const value of [
        'gzip',
        'identity',
        'xchunked',
        'chunkedx',
        'gzip, chunked',
        'deflate, chunked',
        'chunked;q=1',
        'x',
        '"chunked"',
        'chunked gzip',
        'c hunked',
        'chunke',
    ]) {
        refused(
            'RFC 9112 6.1',
            `Transfer-Encoding "${value}" is not known`,
            [`Transfer-Encoding: ${value}`],
            chunks('hello'),
            501
        );
    }
    for (const value of ['', ',', ', chunked', 'chunked,']) {
        refused('RFC 9112 6.1', `Transfer-Encoding "${value}"`, [`Transfer-Encoding: ${value}`], chunks('hello'), 400, {
            ours: true,
        });
    }
    for (const byte of ['\x0b', '\x0c', '\0', '\x08', '\x1f']) {
        refused(
            'RFC 9112 6.1',
            `byte 0x${byte.charCodeAt(0).toString(16)} before chunked`,
            [`Transfer-Encoding: ${byte}chunked`],
            chunks('hello')
        );
        refused(
            'RFC 9112 6.1',
            `byte 0x${byte.charCodeAt(0).toString(16)} behind chunked`,
            [`Transfer-Encoding: chunked${byte}`],
            chunks('hello')
        );
    }
    refused('RFC 9112 6.1', 'byte 0xa0 before chunked', ['Transfer-Encoding: \xa0chunked'], chunks('hello'), 501);
}

function chunked(t, refused, served) {
    for (const [name, parts] of [
        ['one chunk', ['hello']],
        ['two chunks', ['hel', 'lo']],
        ['one byte each', [...'hello']],
        ['no chunk', []],
        ['a chunk with CRLF', ['a\r\nb']],
        ['a chunk that looks like an end', ['0\r\n\r\n']],
        ['chunks of 15, 16, 17 bytes', ['a'.repeat(15), 'b'.repeat(16), 'c'.repeat(17)]],
        ['a chunk of 64 KiB', ['x'.repeat(65536)]],
        ['1,000 chunks', Array(1000).fill('xy')],
    ]) {
        served('RFC 9112 7.1', name, [CHUNKED], chunks(...parts), parts.join(''));
    }
    for (const size of ['5', '05', '0000000000000005', '00000000000000000000000005']) {
        served('RFC 9112 7.1', `chunk size ${size}`, [CHUNKED], `${size}\r\nhello\r\n0\r\n\r\n`, 'hello');
    }
    for (const size of ['a', 'A']) {
        served('RFC 9112 7.1', `chunk size ${size}`, [CHUNKED], `${size}\r\n0123456789\r\n0\r\n\r\n`, '0123456789');
    }
    for (const end of ['0', '00', '0000000000000000000']) {
        served('RFC 9112 7.1', `last chunk ${end}`, [CHUNKED], `5\r\nhello\r\n${end}\r\n\r\n`, 'hello');
    }
    for (const size of [
        '',
        ' ',
        '+5',
        '-5',
        '0x5',
        'x5',
        '5x',
        'g',
        '5h',
        '5 5',
        '5,5',
        '5.',
        '٥',
        ' 5',
        '\t5',
        '5 ',
        '5\t',
        '10000000000000005',
        'ffffffffffffffff1',
        '5\0',
        '"5"',
        '{5}',
        '-0',
        '+0',
        '0x0',
    ]) {
        refused(
            'RFC 9112 7.1',
            `chunk size "${size.replace('\0', '\\0').replace('\t', '\\t')}"`,
            [CHUNKED],
            Buffer.concat([Buffer.from(size), Buffer.from('\r\nhello\r\n0\r\n\r\n')])
        );
    }
    for (const [name, body] of Object.entries({
        'chunk size ends with LF': '5\nhello\r\n0\r\n\r\n',
        'chunk size ends with CR': '5\rhello\r\n0\r\n\r\n',
        'chunk size ends with CR CR LF': '5\r\r\nhello\r\n0\r\n\r\n',
        'chunk ends with LF': '5\r\nhello\n0\r\n\r\n',
        'chunk ends with CR': '5\r\nhello\r0\r\n\r\n',
        'chunk ends with LF CR': '5\r\nhello\n\r0\r\n\r\n',
        'chunk ends with nothing': '5\r\nhello0\r\n\r\n',
        'chunk ends with spaces': '5\r\nhello  \r\n0\r\n\r\n',
        'chunk is longer than its size': '4\r\nhello\r\n0\r\n\r\n',
        'chunk is shorter than its size': '7\r\nhello\r\n0\r\n\r\n',
        'last chunk ends with LF': '5\r\nhello\r\n0\n\r\n',
        'trailers end with LF': '5\r\nhello\r\n0\r\n\n',
    })) {
        refused('RFC 9112 7.1', name, [CHUNKED], body);
    }
    for (const extension of [
        ';a',
        ';a=b',
        ';a="b c"',
        ';a=b;c=d',
        ' ;a=b',
        '; a = b',
        ';a="0\\"1"',
        `;a=${'b'.repeat(1000)}`,
        '\t; x',
    ]) {
        served(
            'RFC 9112 7.1.1',
            `extension "${extension.replace('\t', '\\t').slice(0, 20)}" is passed over`,
            [CHUNKED],
            `5${extension}\r\nhello\r\n0${extension}\r\n\r\n`,
            'hello'
        );
    }
    for (const [name, extension] of Object.entries({
        'LF': ';a\n',
        'CR': ';a\rb',
        'NUL': ';a\0',
        'LF in quotes': ';a="\n"',
        'DEL': ';\x7f',
    })) {
        refused('RFC 9112 7.1.1', `extension with ${name}`, [CHUNKED], `5${extension}\r\nhello\r\n0\r\n\r\n`);
    }
    refused('RFC 9112 7.1.1', 'an extension of 100,000 bytes', [CHUNKED], `5;${'a'.repeat(100000)}\r\nhello\r\n0\r\n\r\n`, 400, {
        ours: true,
    });
    for (const [name, trailer] of Object.entries({
        'a field': 'X: y\r\n',
        'two fields': 'X: y\r\nZ: w\r\n',
        'Content-Length': 'Content-Length: 5\r\n',
        'Transfer-Encoding': 'Transfer-Encoding: chunked\r\n',
        'Host': 'Host: other\r\n',
        'an empty value': 'X:\r\n',
    })) {
        served('RFC 9112 7.1.2', `trailer with ${name} changes nothing`, [CHUNKED], `5\r\nhello\r\n0\r\n${trailer}\r\n`, 'hello');
    }
    for (const [name, trailer] of Object.entries({
        'no colon': 'nonsense\r\n',
        'a space in the name': 'X Y: z\r\n',
        'a space before the colon': 'X : y\r\n',
        'a folded line': 'X: y\r\n z\r\n',
        'LF': 'X: y\n',
        'CR inside': 'X: a\rb\r\n',
        'NUL': 'X: \0\r\n',
        'a request line': 'GET / HTTP/1.1\r\n',
    })) {
        refused('RFC 9112 7.1.2', `trailer with ${name}`, [CHUNKED], raw(`5\r\nhello\r\n0\r\n${trailer}\r\n`));
    }
    refused(
        'RFC 9112 7.1.2',
        'trailers of 100,000 bytes',
        [CHUNKED],
        `0\r\n${'X: y\r\n'.repeat(100)}Y: ${'z'.repeat(100000)}\r\n\r\n`,
        431,
        { ours: true }
    );
    refused('RFC 9112 7.1.2', '200 trailers', [CHUNKED], `0\r\n${'X: y\r\n'.repeat(200)}\r\n`, 431, { ours: true });
    const whole = chunks('hel', 'lo');
    for (let at = 1; at < whole.length; at++) {
        t.row(
            'RFC 9112 7.1',
            `chunks cut behind byte ${at}`,
            [
                send(request(POST, H, CHUNKED)),
                sendApart(whole.subarray(0, at), whole.subarray(at)),
                responds(200, { json: understood('hello') }),
            ],
            { ours: true }
        );
    }
    t.row(
        'RFC 9112 7.1',
        'chunks, byte by byte',
        [send(request(POST, H, CHUNKED)), drip(whole), responds(200, { json: understood('hello') })],
        { ours: true }
    );
    t.row(
        'RFC 9112 7.1',
        'the end of the trailers is waited for',
        [
            send(request(POST, H, CHUNKED), whole.subarray(0, -2)),
            quiet(),
            send('\r\n'),
            responds(200, { json: understood('hello') }),
        ],
        { ours: true }
    );
    t.row('RFC 9112 7.1', 'a bad chunk size is answered at once', [send(request(POST, H, CHUNKED), 'x\r\n'), respondsLast(400)]);
}

function expectations(t) {
    const app = { ours: true },
        goOn = demand('100 comes', async (peer) => {
            await responds(100).run(peer);
        });
    for (const value of ['100-continue', '100-Continue', '100-CONTINUE']) {
        t.row(
            'RFC 9110 10.1.1',
            `Expect: ${value} is answered before the body`,
            [
                send(request(POST, H, 'Content-Length: 5', `Expect: ${value}`)),
                goOn,
                send('hello'),
                responds(200, { json: understood('hello') }),
            ],
            app
        );
    }
    t.row(
        'RFC 9110 10.1.1',
        'before a chunked body',
        [
            send(request(POST, H, CHUNKED, 'Expect: 100-continue')),
            goOn,
            send(chunks('hello')),
            responds(200, { json: understood('hello') }),
        ],
        app
    );
    t.row(
        'RFC 9110 10.1.1',
        'no body, no 100',
        [send(request(POST, H, 'Content-Length: 0', 'Expect: 100-continue')), responds(200)],
        app
    );
    t.row(
        'RFC 9110 10.1.1',
        'not for HTTP/1.0',
        [
            send(request('POST / HTTP/1.0', H, 'Content-Length: 5', 'Expect: 100-continue', 'Connection: keep-alive')),
            quiet(),
            send('hello'),
            responds(200, { json: understood('hello') }),
        ],
        app
    );
    t.row(
        'RFC 9110 10.1.1',
        'a body that is too large is refused instead',
        [send(request(POST, H, 'Content-Length: 65537', 'Expect: 100-continue')), respondsLast(413)],
        { ours: true, to: 'plain-limits' }
    );
    t.row('RFC 9110 10.1.1', 'a bad request is refused instead', [
        send(request(POST, H, 'Content-Length: x', 'Expect: 100-continue')),
        respondsLast(400),
    ]);
    t.row(
        'RFC 9110 10.1.1',
        'the next request is not concerned',
        [
            send(request(POST, H, 'Content-Length: 2', 'Expect: 100-continue')),
            goOn,
            send('ab', BEHIND),
            responds(200, { json: understood('ab') }),
            responds(200, { json: { uri: '/smuggled' } }),
        ],
        app
    );
}

/** Requests that two servers could cut differently: what an attacker hides behind them must never be a request here. */
function smuggling(t) {
    const hidden = 'GET /hidden HTTP/1.1\r\nHost: h\r\n\r\n';
    const shapes = {
        'Content-Length and chunked': [['Content-Length: 6', CHUNKED], '0\r\n\r\nG'],
        'chunked and Content-Length': [[CHUNKED, 'Content-Length: 3'], '1\r\nZ\r\n0\r\n\r\n'],
        'Content-Length that holds a request, and chunked': [
            [`Content-Length: ${hidden.length + 5}`, CHUNKED],
            `0\r\n\r\n${hidden}`,
        ],
        'Content-Length 0 and chunked': [['Content-Length: 0', CHUNKED], '0\r\n\r\n'],
        'chunked with space before the colon': [['Content-Length: 5', 'Transfer-Encoding : chunked'], '0\r\n\r\n'],
        'chunked behind VT': [['Content-Length: 5', 'Transfer-Encoding: \x0bchunked'], '0\r\n\r\n'],
        'chunked in a folded field': [['Content-Length: 5', 'Transfer-Encoding:', ' chunked'], '0\r\n\r\n'],
        'chunked behind LF': [['Content-Length: 5', 'X: y\nTransfer-Encoding: chunked'], '0\r\n\r\n'],
        'chunked behind CR': [['Content-Length: 5', 'X: y\rTransfer-Encoding: chunked'], '0\r\n\r\n'],
        'chunked behind NUL': [['Content-Length: 5', 'X: y\0\r\nTransfer-Encoding: chunked'], '0\r\n\r\n'],
        'chunked and identity in two fields': [[CHUNKED, 'Transfer-Encoding: identity'], '0\r\n\r\n'],
        'two Content-Length': [['Content-Length: 0', `Content-Length: ${hidden.length}`], ''],
        'list of Content-Length': [[`Content-Length: 0, ${hidden.length}`], ''],
        'Content-Length with sign': [['Content-Length: +0'], ''],
        'Content-Length with LF': [['Content-Length: 0\n'], ''],
        'Content-Length with space inside': [['Content-Length: 1 0'], ''],
        'Content-Length behind a bare LF': [['X: y\nContent-Length: 100'], ''],
        'Content-Length with NUL': [['Content-Length: 0\0'], ''],
        'Content-Length in a folded field': [['Content-Length:', ' 100'], ''],
        'chunk size that overflows to 0': [[CHUNKED], '10000000000000000\r\n\r\n'],
        'chunk size with 0x': [[CHUNKED], '0x0\r\n\r\n'],
        'chunk terminator of one byte': [[CHUNKED], '1\r\nAX0\r\n\r\n'],
        'chunk extension with LF': [[CHUNKED], '0;\n\r\n\r\n'],
        'chunk size behind LF': [[CHUNKED], '\n0\r\n\r\n'],
        'trailer with LF': [[CHUNKED], '0\r\nX: y\n\r\n'],
    };
    for (const [name, [lines, body]] of Object.entries(shapes)) {
        t.row('RFC 9112 11.2', name, [send(request(POST, H, ...lines), raw(body), hidden), respondsLast(400)]);
        t.row(
            'RFC 9112 11.2',
            `${name}, behind a good request`,
            [
                send(request('GET /good HTTP/1.1', H), request(POST, H, ...lines), raw(body), hidden),
                responds(200, { json: { uri: '/good' } }),
                respondsLast(400),
            ],
            { ours: true }
        );
    }
    t.row('RFC 9112 11.2', 'chunked in HTTP/1.0', [
        send(request('POST / HTTP/1.0', H, CHUNKED), '0\r\n\r\n', hidden),
        respondsLast(400),
    ]);
    t.row('RFC 9112 11.2', 'chunked in HTTP/1.0 with keep-alive', [
        send(request('POST / HTTP/1.0', H, CHUNKED, 'Connection: keep-alive'), '0\r\n\r\n', hidden),
        respondsLast(400),
    ]);
    t.row(
        'RFC 9112 11.2',
        'names with an underscore are others',
        [
            send(request(POST, H, 'Content_Length: 100'), hidden),
            responds(200, { json: { length: 0 } }),
            responds(200, { json: { uri: '/hidden' } }),
        ],
        { ours: true }
    );
}
