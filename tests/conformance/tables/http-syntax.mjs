// Requests that are read or refused because of their lines: RFC 9112 sections 2, 3, 5, 9 and what belongs to them in RFC 9110.
// What is refused is refused with a status, `Connection: close` and the end of TCP, so that nothing behind it is ever served.

import { drip, endOurSide, ends, quiet, responds, respondsLast, send, sendApart } from '../steps.mjs';
import { table } from '../table.mjs';

const BEHIND = 'GET /behind HTTP/1.1\r\nHost: h\r\n\r\n';

/** Bytes, one a character. */
export const raw = (text) => Buffer.from(text, 'latin1');

/** A request with these lines behind the request line, all with CRLF. */
export const request = (first, ...lines) => raw([first, ...lines].join('\r\n') + '\r\n\r\n');

export function httpSyntax() {
    const t = table('http-syntax', { raw: true });

    /** Refused, and the request that comes along behind it is not served. */
    const refused = (section, name, bytes, status = 400, options = {}) => {
        t.row(section, name, [send(bytes, BEHIND), respondsLast(status)], options);
    };
    /** Served by the application of server.php. */
    const served = (section, name, bytes, json = {}) => {
        t.row(section, name, [send(bytes, BEHIND), responds(200, { json }), responds(200, { json: { uri: '/behind' } })], {
            ours: true,
        });
    };

    requestLines(refused, served);
    targets(refused, served);
    lines(t, refused, served);
    fields(refused, served);
    hosts(refused, served);
    responses(t);
    return t;
}

function requestLines(refused, served) {
    const h = 'Host: h';
    served('RFC 9112 3', 'a plain request', request('GET /a HTTP/1.1', h), { method: 'GET', uri: '/a' });
    refused('RFC 9112 3', 'no target', request('GET HTTP/1.1', h));
    refused('RFC 9112 3', 'no version', request('GET /', h));
    refused('RFC 9112 3', 'only a method', request('GET', h));
    refused('RFC 9112 3', 'two spaces before the target', request('GET  / HTTP/1.1', h));
    refused('RFC 9112 3', 'two spaces before the version', request('GET /  HTTP/1.1', h));
    refused('RFC 9112 3', 'space at the beginning', request(' GET / HTTP/1.1', h));
    refused('RFC 9112 3', 'space at the end', request('GET / HTTP/1.1 ', h));
    refused('RFC 9112 3', 'a tab in place of a space', request('GET\t/ HTTP/1.1', h));
    refused('RFC 9112 3', 'a tab before the version', request('GET /\tHTTP/1.1', h));
    refused('RFC 9112 3', 'a space inside the target', request('GET /a b HTTP/1.1', h));
    refused('RFC 9112 3', 'words behind the version', request('GET / HTTP/1.1 more', h));
    for (const [name, byte] of Object.entries({
        NUL: '\0',
        BEL: '\x07',
        VT: '\x0b',
        FF: '\x0c',
        ESC: '\x1b',
        DEL: '\x7f',
        CR: '\r',
        LF: '\n',
    })) {
        refused('RFC 9112 3', `${name} in the target`, request(`GET /a${byte}b HTTP/1.1`, h));
        refused('RFC 9112 3.1', `${name} in the method`, request(`G${byte}ET / HTTP/1.1`, h));
        refused('RFC 9112 2.3', `${name} in the version`, request(`GET / HTTP/1${byte}.1`, h));
    }
    for (const method of [
        'POST',
        'PUT',
        'DELETE',
        'PATCH',
        'OPTIONS',
        'TRACE',
        'PROPFIND',
        'get',
        'M-SEARCH',
        "!#$%&'*+-.^_`|~",
    ]) {
        served('RFC 9110 9.1', `method ${method} reaches the application`, request(`${method} / HTTP/1.1`, h), { method });
    }
    for (const byte of ['(', ')', ',', '/', ':', ';', '<', '=', '>', '?', '@', '[', '\\', ']', '{', '}', '"', '\xe4']) {
        refused('RFC 9112 3.1', `${byte} in the method`, request(`GE${byte}T / HTTP/1.1`, h));
    }
    refused('RFC 9112 3.1', 'a method of 100 bytes', request(`${'A'.repeat(100)} / HTTP/1.1`, h), 501, { ours: true });
    for (const version of ['HTTP/1.0', 'HTTP/1.1', 'HTTP/1.2', 'HTTP/1.9']) {
        served('RFC 9112 2.3', `version ${version}`, request(`GET / ${version}`, h, 'Connection: keep-alive'), { uri: '/' });
    }
    for (const version of ['HTTP/2.0', 'HTTP/3.0', 'HTTP/0.9', 'HTTP/9.9']) {
        refused('RFC 9112 2.3', `version ${version}`, request(`GET / ${version}`, h), 505);
    }
    for (const version of [
        'http/1.1',
        'HTTP/1',
        'HTTP/11',
        'HTTP/1.',
        'HTTP/.1',
        'HTTP/1.10',
        'HTTP/01.1',
        'HTTP/1.01',
        'HTTP/1,1',
        'HTTP/x.1',
        'HTTP/1.x',
        'HTTP 1.1',
        'HTTPS/1.1',
        'HTCPCP/1.0',
        'ICY',
        '/1.1',
    ]) {
        refused('RFC 9112 2.3', `version "${version}"`, request(`GET / ${version}`, h));
    }
    refused('RFC 9112 2.3', 'the preface of HTTP/2', raw('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), 505);
    refused('RFC 9112 3', 'a TLS client hello', raw('\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'));
    refused('RFC 9112 3', 'a SOCKS greeting', raw('\x05\x01\x00'));
    refused('RFC 9112 3', 'a WebSocket frame in place of a handshake', raw('\x81\x85\x01\x02\x03\x04abcde'));
    refused('RFC 9112 3', 'a response', raw('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'));
}

function targets(refused, served) {
    const h = 'Host: h';
    for (const target of ['/', '/a/b', '//double', '/a;b=c', '/%20%00', '/a:b@c', "/!$&'()*+,;=", '/../..', '/~user/']) {
        served('RFC 9112 3.2.1', `origin form ${target}`, request(`GET ${target} HTTP/1.1`, h), { uri: target });
    }
    for (const [target, query] of [
        ['/?', ''],
        ['/?a=b', 'a=b'],
        ['/?a?b', 'a?b'],
        ['/p?x=/y', 'x=/y'],
    ]) {
        served('RFC 9112 3.2.1', `query of ${target}`, request(`GET ${target} HTTP/1.1`, h), { query });
    }
    for (const target of [
        'relative',
        'a/b',
        '?query',
        '#fragment',
        '.',
        ':80',
        '\\',
        'javascript:alert(1)',
        'ftp://h/',
        'file:///etc/passwd',
        'http:/h/',
        'http:///nohost',
        'http://',
        'http://a b/',
        '*/',
    ]) {
        refused('RFC 9112 3.2', `target "${target}"`, request(`GET ${target} HTTP/1.1`, h));
    }
    for (const target of ['/\xe4', '/\xc3\xa4', '/a\x80']) {
        refused(
            'RFC 9112 3.2',
            `bytes above 127 in the target (${Buffer.from(target, 'latin1').toString('hex')})`,
            request(`GET ${target} HTTP/1.1`, h)
        );
    }
    for (const target of [
        'http://h/',
        'http://h',
        'http://h:80/a?b',
        'HTTP://h/',
        'https://h/',
        'ws://h/',
        'http://[::1]:80/',
        'http://127.0.0.1/',
    ]) {
        served('RFC 9112 3.2.2', `absolute form ${target}`, request(`GET ${target} HTTP/1.1`, h), { method: 'GET' });
    }
    refused('RFC 9112 3.2.2', 'absolute form with user information', request('GET http://user@h/ HTTP/1.1', h));
    refused('RFC 9112 3.2.2', 'absolute form with a bad port', request('GET http://h:8x/ HTTP/1.1', h));
    refused('RFC 9112 3.2.2', 'absolute form without Host', request('GET http://h/ HTTP/1.1'));
    refused('RFC 9112 3.2.3', 'authority form with GET', request('GET h:80 HTTP/1.1', h));
    refused('RFC 9112 3.2.3', 'CONNECT', request('CONNECT h:80 HTTP/1.1', h), 501);
    refused('RFC 9112 3.2.3', 'CONNECT with a path', request('CONNECT / HTTP/1.1', h), 501, { ours: true });
    refused('RFC 9112 3.2.4', 'asterisk with GET', request('GET * HTTP/1.1', h));
    refused('RFC 9112 3.2.4', 'asterisk with POST', request('POST * HTTP/1.1', h));
    served('RFC 9110 9.3.7', 'OPTIONS *', request('OPTIONS * HTTP/1.1', h), { method: 'OPTIONS', uri: '*' });
    refused('RFC 9110 9.3.7', 'OPTIONS **', request('OPTIONS ** HTTP/1.1', h));
    served('RFC 9110 15.5.15', 'a target of 16,000 bytes', request(`GET /${'a'.repeat(15999)} HTTP/1.1`, h), { method: 'GET' });
    refused('RFC 9110 15.5.15', 'a target of 17,000 bytes', request(`GET /${'a'.repeat(17000)} HTTP/1.1`, h), 414, {
        ours: true,
    });
    refused('RFC 9110 15.5.15', 'a target of 1 MiB', request(`GET /${'a'.repeat(1048576)} HTTP/1.1`, h), 414);
    refused('RFC 9110 15.5.15', 'a target that does not end', raw(`GET /${'a'.repeat(100000)}`), 414);
}

function lines(t, refused, served) {
    const h = 'Host: h',
        get = 'GET / HTTP/1.1';
    for (const [name, bytes] of Object.entries({
        'LF alone behind the request line': `${get}\n${h}\r\n\r\n`,
        'LF alone behind a field': `${get}\r\n${h}\n\r\n`,
        'LF alone at the end': `${get}\r\n${h}\r\n\n`,
        'LF alone everywhere': `${get}\n${h}\n\n`,
        'CR alone behind the request line': `${get}\r${h}\r\n\r\n`,
        'CR alone behind a field': `${get}\r\n${h}\rX: y\r\n\r\n`,
        'CR alone inside a value': `${get}\r\n${h}\r\nX: a\rb\r\n\r\n`,
        'CR alone inside a name': `${get}\r\n${h}\r\nX\rY: b\r\n\r\n`,
        'two CR before LF': `${get}\r\n${h}\r\r\n\r\n`,
        'CR behind the empty line': `${get}\r\n${h}\r\n\r\r\n`,
        'LF, CR': `${get}\n\r${h}\r\n\r\n`,
    })) {
        refused('RFC 9112 2.2', name, raw(bytes));
    }
    for (const count of [1, 2, 5]) {
        served(
            'RFC 9112 2.2',
            `${count} empty lines before the request line`,
            raw(`${'\r\n'.repeat(count)}${get}\r\n${h}\r\n\r\n`)
        );
    }
    refused('RFC 9112 2.2', 'an endless number of empty lines', raw('\r\n'.repeat(40000)), 431, { ours: true });
    refused('RFC 9112 2.2', 'LF before the request line', raw(`\n${get}\r\n${h}\r\n\r\n`));
    refused('RFC 9112 2.2', 'white space before the first field', raw(`${get}\r\n ${h}\r\n\r\n`));
    refused('RFC 9112 2.2', 'a tab before the first field', raw(`${get}\r\n\t${h}\r\n\r\n`));
    refused('RFC 9112 2.2', 'a line of white space before the first field', raw(`${get}\r\n \r\n${h}\r\n\r\n`));
    const whole = request(get, h);
    for (let at = 1; at < whole.length; at++) {
        t.row(
            'RFC 9112 2.2',
            `a request cut behind byte ${at}`,
            [sendApart(whole.subarray(0, at), whole.subarray(at)), responds(200)],
            { ours: true }
        );
    }
    t.row('RFC 9112 2.2', 'a request, byte by byte', [drip(whole), responds(200), drip(whole), responds(200)], { ours: true });
    t.row('RFC 9112 2.2', 'a fault is answered at its byte, not at the end of the head', [
        send('GET / HTTP/1.1\r\nHo\0'),
        respondsLast(400),
    ]);
    t.row('RFC 9112 3.1', 'a bad method is answered at its byte', [send('\x16\x03'), respondsLast(400)]);
    t.row(
        'RFC 9112 8',
        'half a request line is waited for',
        [send('GET / HT'), quiet(), send('TP/1.1\r\nHost: h\r\n\r\n'), responds(200)],
        { ours: true }
    );
    t.row(
        'RFC 9112 8',
        'half a field is waited for',
        [send('GET / HTTP/1.1\r\nHo'), quiet(), send('st: h\r\n\r\n'), responds(200)],
        { ours: true }
    );
}

function fields(refused, served) {
    const h = 'Host: h',
        get = 'GET / HTTP/1.1',
        folded = (...rest) => request(get, h, ...rest);
    for (const [name, line] of Object.entries({
        'no colon': 'nonsense',
        'no name': ': value',
        'only a colon': ':',
        'space in a name': 'X Y: z',
        'tab in a name': 'X\tY: z',
        'slash in a name': 'X/Y: z',
        'quote in a name': 'X"Y: z',
        'parenthesis in a name': 'X(Y): z',
        'byte above 127 in a name': 'X\xe4: z',
        'NUL in a name': 'X\0Y: z',
        'DEL in a name': 'X\x7fY: z',
        '@ in a name': 'X@Y: z',
        '[ in a name': 'X[Y]: z',
    })) {
        refused('RFC 9110 5.1', name, folded(line));
    }
    for (let byte = 0; byte < 32; byte++) {
        if (byte !== 9 && byte !== 10 && byte !== 13) {
            refused(
                'RFC 9110 5.5',
                `byte 0x${byte.toString(16).padStart(2, '0')} in a value`,
                folded(`X: a${String.fromCharCode(byte)}b`)
            );
        }
    }
    refused('RFC 9110 5.5', 'byte 0x7f in a value', folded('X: a\x7fb'));
    for (const [name, line, value] of [
        ['tab inside a value', 'X-Value: a\tb', 'a\tb'],
        ['empty value', 'X-Value:', ''],
        ['only white space', 'X-Value: \t ', ''],
        ['colons in a value', 'X-Value: a:b:c', 'a:b:c'],
        ['quotes in a value', 'X-Value: "a, b"', '"a, b"'],
        ['no space behind the colon', 'X-Value:a', 'a'],
        ['white space around a value', 'X-Value: \t a \t ', 'a'],
        ['case of a name', 'x-vAlUe: a', 'a'],
        ['all characters of a token', "X-Value: a\r\n!#$%&'*+-.^_`|~: b", 'a'],
    ]) {
        served('RFC 9112 5', name, folded(line), { value });
    }
    served('RFC 9110 5.5', 'bytes above 127 in a value', folded('X: \xc3\xa4\xff\x80'));
    for (const line of ['Host : h', 'Host\t: h', 'X : y', 'Content-Length : 5', 'Transfer-Encoding : chunked', ' X: y']) {
        refused(
            'RFC 9112 5.1',
            `white space before the colon or the name: "${line.replace('\t', '\\t')}"`,
            request(get, ...(line.startsWith('Host') ? [] : [h]), line)
        );
    }
    for (const [name, lines] of Object.entries({
        'space': ['X: a', ' b'],
        'tab': ['X: a', '\tb'],
        'empty folded line': ['X: a', ' '],
        'folded Host': ['Y: a', ' Host: b'],
        'folded Transfer-Encoding': ['X: a', ' Transfer-Encoding: chunked'],
        'folded twice': ['X: a', ' b', ' c'],
    })) {
        refused('RFC 9112 5.2', `a folded field (${name})`, folded(...lines));
    }
    served('RFC 6585 5', '127 fields', folded(...Array.from({ length: 126 }, (_, i) => `X-${i}: y`)));
    refused('RFC 6585 5', '129 fields', folded(...Array.from({ length: 128 }, (_, i) => `X-${i}: y`)), 431, { ours: true });
    refused('RFC 6585 5', '100,000 fields', folded(Array(100000).fill('X: y').join('\r\n')), 431);
    served('RFC 6585 5', 'a field of 60,000 bytes', folded(`X: ${'y'.repeat(60000)}`));
    refused('RFC 6585 5', 'a field of 70,000 bytes', folded(`X: ${'y'.repeat(70000)}`), 431, { ours: true });
    refused('RFC 6585 5', 'a field of 10 MiB', folded(`X: ${'y'.repeat(10485760)}`), 431);
    refused('RFC 6585 5', 'a name that does not end', raw(`${get}\r\n${'X'.repeat(200000)}`), 431);
}

function hosts(refused, served) {
    const get = 'GET / HTTP/1.1';
    refused('RFC 9112 3.2', 'no Host', request(get));
    refused('RFC 9112 3.2', 'no Host, but other fields', request(get, 'X: y', 'Accept: */*'));
    refused('RFC 9112 3.2', 'two Host', request(get, 'Host: a', 'Host: b'));
    refused('RFC 9112 3.2', 'the same Host twice', request(get, 'Host: a', 'Host: a'));
    refused('RFC 9112 3.2', 'two Host, other case', request(get, 'Host: a', 'hOST: a'));
    refused('RFC 9112 3.2', 'two Host in HTTP/1.0', request('GET / HTTP/1.0', 'Host: a', 'Host: b'));
    served('RFC 9112 3.2', 'no Host in HTTP/1.0', request('GET / HTTP/1.0', 'Connection: keep-alive'), { uri: '/' });
    for (const host of [
        'h',
        'example.org',
        'example.org:80',
        '127.0.0.1',
        '127.0.0.1:9501',
        '[::1]',
        '[::1]:80',
        '[::ffff:1.2.3.4]',
        'xn--bcher-kva.example',
        'h.',
        'h:',
        'a_b',
        'a%20b',
        '',
    ]) {
        served('RFC 9110 7.2', `Host "${host}"`, request(get, `Host: ${host}`), { uri: '/' });
    }
    for (const host of [
        'a/b',
        'a b',
        'user@h',
        'h:8x',
        'h:80:80',
        '[::1',
        '::1',
        '[::1]x',
        '[]',
        'a?b',
        'a#b',
        'a\\b',
        'a,b',
        '<h>',
        '"h"',
        'h\xe4',
        'http://h/',
        ':80',
        '{h}',
        'h|i',
        'h^i',
        'h`i',
        '[::1]:x',
    ]) {
        if (host !== 'a,b') {
            // sub-delims are part of a registered name
            refused('RFC 9110 7.2', `Host "${host}"`, request(get, `Host: ${host}`));
        }
    }
}

function responses(t) {
    const app = { ours: true },
        h = 'Host: h',
        get = (path, ...fields) => request(`GET ${path} HTTP/1.1`, h, ...fields);

    t.row(
        'RFC 9112 9.3',
        '20 requests on one connection',
        Array.from({ length: 20 }, (_, i) => [send(get(`/${i}`)), responds(200, { json: { uri: `/${i}` } })]).flat(),
        app
    );
    t.row(
        'RFC 9112 9.3',
        'HTTP/1.1 goes on without being asked to',
        [send(get('/')), responds(200, { headers: { Connection: /^(?!close)/i } }), send(get('/')), responds(200)],
        app
    );
    for (const value of ['close', 'Close', 'CLOSE', 'keep-alive, close', 'close, x', 'x,close', ' close ', ',close,']) {
        t.row(
            'RFC 9112 9.6',
            `Connection: ${JSON.stringify(value)} ends it`,
            [send(get('/', `Connection: ${value}`), BEHIND), respondsLast(200)],
            app
        );
    }
    t.row(
        'RFC 9112 9.6',
        'close in the second of two Connection fields',
        [send(get('/', 'Connection: x', 'Connection: close'), BEHIND), respondsLast(200)],
        app
    );
    for (const value of ['closed', 'disclose', '"close"']) {
        t.row(
            'RFC 9110 5.6.1',
            `Connection: ${value} is something else`,
            [send(get('/', `Connection: ${value}`), BEHIND), responds(200), responds(200)],
            app
        );
    }
    t.row('RFC 9112 9.3', 'HTTP/1.0 ends', [send(request('GET / HTTP/1.0', h), BEHIND), respondsLast(200)], app);
    t.row(
        'RFC 9112 9.3',
        'HTTP/1.0 with keep-alive goes on',
        [
            send(request('GET / HTTP/1.0', h, 'Connection: Keep-Alive')),
            responds(200, { headers: { Connection: /keep-alive/i } }),
            send(get('/2')),
            responds(200),
        ],
        app
    );
    t.row(
        'RFC 9112 9.3',
        'HTTP/1.0 with keep-alive and close ends',
        [send(request('GET / HTTP/1.0', h, 'Connection: keep-alive, close'), BEHIND), respondsLast(200)],
        app
    );
    for (const count of [2, 10, 100]) {
        t.row(
            'RFC 9112 9.3.2',
            `${count} requests in one segment are answered in order`,
            [
                send(...Array.from({ length: count }, (_, i) => get(`/${i}`))),
                ...Array.from({ length: count }, (_, i) => responds(200, { json: { uri: `/${i}` } })),
            ],
            app
        );
    }
    t.row(
        'RFC 9112 9.3.2',
        'requests in one segment, the last one closes',
        [
            send(get('/1'), get('/2'), get('/3', 'Connection: close')),
            responds(200),
            responds(200),
            respondsLast(200, { json: { uri: '/3' } }),
        ],
        app
    );
    t.row(
        'RFC 9112 9.3.2',
        'a good request, then a bad one',
        [send(get('/good'), 'BAD\r\n\r\n', BEHIND), responds(200, { json: { uri: '/good' } }), respondsLast(400)],
        app
    );
    t.row(
        'RFC 9112 9.3.2',
        'three requests, byte by byte',
        [
            drip(Buffer.concat([get('/1'), get('/2'), get('/3')])),
            ...['/1', '/2', '/3'].map((uri) => responds(200, { json: { uri } })),
        ],
        app
    );
    for (const [name, bytes, wanted] of [
        ['HEAD', request('HEAD /h HTTP/1.1', h), {}],
        ['HEAD with a query', request('HEAD /h?q HTTP/1.1', h), {}],
    ]) {
        t.row(
            'RFC 9110 9.3.2',
            `${name} has no body`,
            [send(bytes, BEHIND), responds(200, { head: true, ...wanted }), responds(200, { json: { uri: '/behind' } })],
            app
        );
    }
    t.row(
        'RFC 9110 9.3.2',
        'HEAD with Connection: close',
        [send(request('HEAD / HTTP/1.1', h, 'Connection: close')), respondsLast(200, { head: true })],
        app
    );
    t.row('RFC 9110 9.3.2', 'HEAD that is refused has no body', [
        send(request('HEAD / HTTP/1.1')),
        respondsLast(400, { head: true }),
    ]);
    t.row('RFC 9110 9.3.2', 'HEAD that is refused because of its framing has no body', [
        send(request('HEAD / HTTP/1.1', h, 'Content-Length: x')),
        respondsLast(400, { head: true }),
    ]);
    t.row('RFC 9110 6.6.1', 'Date in a response', [send(get('/')), responds(200, { headers: { Date: /GMT$/ } })], app);
    t.row('RFC 9110 6.6.1', 'Date in a refusal', [send('BAD\r\n\r\n'), respondsLast(400, { headers: { Date: /GMT$/ } })]);
    t.row(
        'RFC 9112 8',
        'the client ends its side behind a request: it is answered',
        [send(get('/last')), endOurSide(), responds(200, { json: { uri: '/last' } }), ends()],
        app
    );
    t.row(
        'RFC 9112 8',
        'the client ends its side inside a request: it is not served',
        [send('GET / HTTP/1.1\r\nHo'), endOurSide(), ends()],
        app
    );
    // handshake_timeout of this port is one second, whatever trickles in.
    const slow = { ours: true, to: 'plain-impatient' };
    for (const [name, bytes] of Object.entries({ 'request line': 'GET / HT', 'head': 'GET / HTTP/1.1\r\nHost: h\r\nX: y\r\n' })) {
        t.row('RFC 9110 15.5.9', `half a ${name} is answered in time`, [send(bytes), respondsLast(408)], slow);
    }
    t.row(
        'RFC 9110 15.5.9',
        'half a body is answered in time',
        [send(request('POST / HTTP/1.1', h, 'Content-Length: 5'), 'hell'), respondsLast(408)],
        slow
    );
    t.row(
        'RFC 9110 15.5.9',
        'half a chunk is answered in time',
        [send(request('POST / HTTP/1.1', h, 'Transfer-Encoding: chunked'), '5\r\nhell'), respondsLast(408)],
        slow
    );
    t.row(
        'RFC 9110 15.5.9',
        'a byte now and then does not help',
        [send('GET / HTTP/1.1\r\nX:'), ...Array.from({ length: 5 }, () => [quiet(100), send('y')]).flat(), respondsLast(408)],
        slow
    );
    t.row(
        'RFC 9110 15.5.9',
        'half a second request is answered in time',
        [send(get('/1'), 'GET /2'), responds(200, { json: { uri: '/1' } }), respondsLast(408)],
        slow
    );
    t.row('RFC 9110 15.5.9', 'who says nothing is let go without a word', [ends()], slow);
    t.row('RFC 9112 8', 'the client connects and leaves', [endOurSide(), ends()], app);
}
