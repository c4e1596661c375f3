// The opening handshake: RFC 6455 sections 4.1, 4.2, 4.4, and Upgrade of RFC 9110. Extensions are in deflate-handshake.mjs.

import { randomBytes } from 'node:crypto';

import { upgradeRequest } from '../peer.mjs';
import { accepted, asksUpgrade, demand, drip, respondsLast } from '../steps.mjs';
import { table } from '../table.mjs';

const KEY = 'Sec-WebSocket-Key';
const VERSION = 'Sec-WebSocket-Version';
const PROTOCOL = 'Sec-WebSocket-Protocol';

export function handshake() {
    const t = table('handshake', { raw: true });

    const good = (section, name, changes = {}, demands = {}, options = {}) => {
        t.good(section, name, [asksUpgrade(changes), accepted(changes, demands)], options);
    };
    const refused = (section, name, changes, status = 400, wanted = {}, options = {}) => {
        t.row(section, name, [asksUpgrade(changes, options.request), respondsLast(status, wanted)], options);
    };

    keys(good, refused);
    versions(good, refused);
    tokens(good, refused);
    requests(t, good, refused);
    protocols(good);
    return t;
}

function keys(good, refused) {
    good('RFC 6455 4.2.2', 'the example of section 1.3', {}, { 'Sec-WebSocket-Accept': 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=' });
    for (let i = 0; i < 16; i++) {
        good('RFC 6455 4.2.2', `the answer to a random key, ${i + 1}`, { [KEY]: randomBytes(16).toString('base64') });
    }
    for (const [name, data] of Object.entries({
        'zeros': Buffer.alloc(16),
        'ones': Buffer.alloc(16, 255),
        'plus signs': Buffer.from('fbefbefbefbefbefbefbefbefbefbefb', 'hex'),
    })) {
        good('RFC 6455 4.2.2', `the answer to a key of ${name}`, { [KEY]: data.toString('base64') });
    }
    good('RFC 6455 4.2.1', 'white space around the key is not part of it', { [KEY]: '  dGhlIHNhbXBsZSBub25jZQ== \t' });
    refused('RFC 6455 4.2.1', 'no key', { [KEY]: null });
    refused('RFC 6455 4.2.1', 'an empty key', { [KEY]: '' });
    refused('RFC 6455 4.2.1', 'two keys', { [KEY]: ['dGhlIHNhbXBsZSBub25jZQ==', 'AAAAAAAAAAAAAAAAAAAAAA=='] });
    refused('RFC 6455 4.2.1', 'the same key twice', { [KEY]: ['dGhlIHNhbXBsZSBub25jZQ==', 'dGhlIHNhbXBsZSBub25jZQ=='] });
    for (const size of [0, 1, 8, 14, 15, 17, 18, 20, 24, 32, 64]) {
        refused('RFC 6455 4.2.1', `a key of ${size} bytes`, {
            [KEY]: size === 0 ? '=' : Buffer.alloc(size, 7).toString('base64'),
        });
    }
    for (const [name, key] of Object.entries({
        'without padding': 'dGhlIHNhbXBsZSBub25jZQ',
        'with half of its padding': 'dGhlIHNhbXBsZSBub25jZQ=',
        'with too much padding': 'dGhlIHNhbXBsZSBub25jZQ===',
        'with padding inside': 'dGhlIHNhbXBs==ZSBub25jZQ',
        'with a space inside': 'dGhlIHNhbXBs SBub25jZQ==',
        'with characters of base64url': 'dGhlIHNhbXBs-_Bub25jZQ==',
        'with a star': 'dGhlIHNhbXBsZ*Bub25jZQ==',
        'with bits in its padding': 'dGhlIHNhbXBsZSBub25jZR==',
        'with a byte above 127': 'dGhlIHNhbXBsZ\xe4Bub25jZQ==',
        'in quotes': '"dGhlIHNhbXBsZSBub25jZQ=="',
        'as a list': 'dGhlIHNhbXBsZSBub25jZQ==, AAAAAAAAAAAAAAAAAAAAAA==',
    })) {
        refused('RFC 6455 4.2.1', `a key ${name}`, { [KEY]: key });
    }
}

function versions(good, refused) {
    const tells = { headers: { [VERSION]: /(^|,\s*)13(,|$)/ } };
    good('RFC 6455 4.2.1', 'version 13', { [VERSION]: '13' });
    good('RFC 6455 4.2.1', 'version 13 with white space', { [VERSION]: ' 13\t' });
    for (const version of ['0', '6', '7', '8', '9', '12', '14', '25', '99', '130', '255']) {
        refused('RFC 6455 4.4', `version ${version}: told which one would do`, { [VERSION]: version }, 426, tells);
    }
    for (const version of ['', '013', '13.0', '+13', '1 3', '13, 8', 'x', '-13', '0x0d', '13;']) {
        refused('RFC 6455 4.4', `version "${version}"`, { [VERSION]: version }, 426, tells, { ours: true });
    }
    refused('RFC 6455 4.4', 'no version', { [VERSION]: null }, 426, tells, { ours: true });
    refused('RFC 6455 4.4', 'two versions', { [VERSION]: ['13', '8'] });
    refused('RFC 6455 4.4', 'version 13 twice', { [VERSION]: ['13', '13'] });
    refused('RFC 9110 7.8', '426 says to what an upgrade is needed', { [VERSION]: '8' }, 426, {
        headers: { Upgrade: /websocket/i, Connection: /(^|,)\s*upgrade\s*(,|$)/i },
    });
}

function tokens(good, refused) {
    for (const value of [
        'websocket',
        'WebSocket',
        'WEBSOCKET',
        ' websocket ',
        'websocket, h2c',
        'h2c, websocket',
        'h2c,websocket',
        ', websocket,',
        'foo/1, websocket',
    ]) {
        good('RFC 9110 7.8', `Upgrade: "${value}"`, { Upgrade: value });
    }
    good('RFC 9110 7.8', 'Upgrade in two fields', { Upgrade: ['h2c', 'websocket'] });
    for (const value of [
        'Upgrade',
        'upgrade',
        'UPGRADE',
        'keep-alive, Upgrade',
        'Upgrade, keep-alive',
        'keep-alive,upgrade',
        'x ,\tUpgrade',
        ',Upgrade,,',
    ]) {
        good('RFC 6455 4.2.1', `Connection: "${value}"`, { Connection: value });
    }
    good('RFC 6455 4.2.1', 'Connection in two fields', { Connection: ['keep-alive', 'Upgrade'] });
    for (const [name, value] of [
        ['missing', null],
        ['empty', ''],
        ['keep-alive', 'keep-alive'],
        ['close', 'close'],
        ['Upgraded', 'Upgraded'],
        ['x-upgrade', 'x-upgrade'],
        ['"Upgrade" in quotes', '"Upgrade"'],
        ['Upgrade behind a space', 'keep-alive Upgrade'],
    ]) {
        refused('RFC 6455 4.2.1', `Connection: ${name}`, { Connection: value });
    }
    // Without the token this is a request like any other; server.php has an answer for it, a pure WebSocket server has not.
    for (const [name, value] of [
        ['h2c', 'h2c'],
        ['web-socket', 'web-socket'],
        ['websockets', 'websockets'],
        ['"websocket" in quotes', '"websocket"'],
        ['websocket behind a space', 'x websocket'],
    ]) {
        refused(
            'RFC 6455 4.2.1',
            `Upgrade: ${name} is no WebSocket handshake`,
            { Upgrade: value, Connection: 'Upgrade, close' },
            200,
            {},
            { ours: true }
        );
    }
    refused(
        'RFC 6455 4.2.1',
        'no Upgrade is no WebSocket handshake',
        { Upgrade: null, Connection: 'Upgrade, close' },
        200,
        {},
        { ours: true }
    );
}

function requests(t, good, refused) {
    for (const method of ['POST', 'PUT', 'HEAD', 'DELETE', 'OPTIONS', 'PATCH', 'get']) {
        refused(
            'RFC 6455 4.2.1',
            `method ${method}`,
            {},
            405,
            { headers: { Allow: 'GET' }, head: method === 'HEAD' },
            { request: { method } }
        );
    }
    refused('RFC 6455 4.2.1', 'HTTP/1.0', {}, 400, {}, { request: { version: 'HTTP/1.0' } });
    refused('RFC 6455 4.2.1', 'HTTP/2.0', {}, 505, {}, { request: { version: 'HTTP/2.0' } });
    refused('RFC 6455 4.2.1', 'no Host', { Host: null });
    refused('RFC 6455 4.2.1', 'two Host', { Host: ['a', 'b'] });
    refused('RFC 6455 4.2.1', 'a malformed Host', { Host: 'a/b' });
    for (const path of ['/', '/chat', '/chat?room=1', '/?', '/%F0%9F%98%80', '/a/../b']) {
        t.good('RFC 6455 4.2.1', `resource ${path}`, [asksUpgrade({}, { path }), accepted()], { ours: true });
    }
    t.good('RFC 6455 4.2.1', 'an absolute URI as resource', [asksUpgrade({}, { path: 'http://127.0.0.1/chat' }), accepted()], {
        ours: true,
    });
    t.row('RFC 6455 4.2.1', 'a relative resource', [asksUpgrade({}, { path: 'chat' }), respondsLast(400)]);
    t.row('RFC 6455 4.2.1', 'a resource with a fragment is none of ours to judge; a fragment alone is', [
        asksUpgrade({}, { path: '#chat' }),
        respondsLast(400),
    ]);
    good('RFC 6455 4.2.1', 'names of fields in other case', {
        'Upgrade': null,
        'UPGRADE': 'websocket',
        'Connection': null,
        'cOnNeCtIoN': 'Upgrade',
        [VERSION]: null,
        'sec-websocket-version': '13',
    });
    good('RFC 6455 4.2.1', 'fields nobody knows', {
        'X-One': 'two',
        'Sec-WebSocket-Foo': 'bar',
        'Cookie': 'a=b',
        'User-Agent': 'x',
        'Pragma': 'no-cache',
        'Cache-Control': 'no-cache',
    });
    good('RFC 6455 4.2.1', 'an Origin', { Origin: 'http://example.org' });
    good('RFC 6455 4.2.1', 'the old name of Origin', { 'Sec-WebSocket-Origin': 'http://example.org' });
    good('RFC 6455 4.2.1', 'Content-Length: 0', { 'Content-Length': '0' }, {}, { ours: true });
    good(
        'RFC 6455 4.2.2',
        'no Content-Length, no Transfer-Encoding in a 101',
        {},
        { 'Content-Length': null, 'Transfer-Encoding': null }
    );
    good(
        'RFC 6455 4.2.2',
        'nothing is answered that was not offered',
        {},
        { 'Sec-WebSocket-Extensions': null, 'Sec-WebSocket-Protocol': null }
    );
    refused('RFC 6455 4.1', 'a field name with a space', { 'X Y': 'z' });
    refused('RFC 6455 4.1', 'a NUL in a field', { X: 'a\0b' });
    refused('RFC 6455 4.1', 'a folded key', { [KEY]: 'dGhlIHNhbXBs\r\n ZSBub25jZQ==' });
    refused('RFC 6455 4.1', 'LF alone', { X: 'a\nY: b' });
    for (const size of [1, 2, 3, 7, 16, 50, 100, 150]) {
        t.good('RFC 6455 4.2.1', `in pieces of ${size} bytes`, [
            demand('send the opening handshake in pieces', (peer) => drip(upgradeRequest(peer.target), size).run(peer)),
            accepted(),
        ]);
    }
}

function protocols(good) {
    const chat = { to: 'plain-limits', ours: true },
        none = { [PROTOCOL]: null },
        yes = { [PROTOCOL]: 'chat' };
    good('RFC 6455 4.2.2', 'a sub-protocol nobody here speaks is not answered', { [PROTOCOL]: 'soap' }, none, { ours: true });
    for (const value of ['chat', 'soap, chat', 'chat, soap', 'soap,chat', ' chat ', 'a, b, c, chat']) {
        good('RFC 6455 4.2.2', `sub-protocols "${value}": ours is answered`, { [PROTOCOL]: value }, yes, chat);
    }
    good('RFC 6455 4.2.2', 'sub-protocols in two fields', { [PROTOCOL]: ['soap', 'chat'] }, yes, chat);
    for (const value of ['Chat', 'CHAT', 'chat2', 'cha', 'soap', '']) {
        good('RFC 6455 4.2.2', `sub-protocols "${value}": none is ours`, { [PROTOCOL]: value }, none, chat);
    }
    good('RFC 6455 4.2.2', 'no sub-protocol is answered to who offers none', {}, none, chat);
}
