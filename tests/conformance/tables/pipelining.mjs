// Frames that come along with the opening handshake, or before its answer: nothing of them may be lost, and they are judged
// as frames. A handshake behind requests on the same connection.

import { BINARY, binary, close, cut, frame, fragments, ping, PONG, TEXT, text } from '../frames.mjs';
import { upgradeRequest } from '../peer.mjs';
import {
    accepted,
    asksUpgrade,
    closes,
    demand,
    getsMessage,
    gets,
    goodbye,
    responds,
    respondsLast,
    send,
    sendApart,
} from '../steps.mjs';
import { table } from '../table.mjs';
import { filler } from './framing.mjs';
import { request } from './http-syntax.mjs';

const SECTION = 'RFC 6455 4.1'; // a client ought to wait; one that does not is understood all the same

export function pipelining() {
    const t = table('pipelining', { raw: true, ours: true });
    const along = (name, data, ...steps) => {
        t.row(SECTION, `${name} behind the handshake, in one segment`, [asksUpgrade({}, {}, data), accepted(), ...steps]);
        t.row(SECTION, `${name} behind the handshake, before its answer`, [asksUpgrade(), send(data), accepted(), ...steps]);
    };

    along('a text message', text('early'), getsMessage(TEXT, 'early'), goodbye());
    along('an empty message', text(''), getsMessage(TEXT, ''), goodbye());
    along('a ping', ping('early'), gets(PONG, 'early'), goodbye());
    along('a close', close(1000), closes(1000));
    along(
        'three messages',
        Buffer.concat([text('1'), binary('2'), text('3')]),
        getsMessage(TEXT, '1'),
        getsMessage(BINARY, '2'),
        getsMessage(TEXT, '3'),
        goodbye()
    );
    along(
        '1,000 messages',
        Buffer.concat(Array.from({ length: 1000 }, (_, i) => text(`${i}`))),
        ...Array.from({ length: 1000 }, (_, i) => getsMessage(TEXT, `${i}`)),
        goodbye()
    );
    along('a message of 64 KiB', binary(filler(65536)), getsMessage(BINARY, filler(65536)), goodbye());
    along('a message of 1 MiB', binary(filler(1048576)), getsMessage(BINARY, filler(1048576)), goodbye());
    along(
        'a message in fragments and a ping',
        Buffer.concat([text('a', { fin: false }), ping('p'), frame(0, 'b')]),
        gets(PONG, 'p'),
        getsMessage(TEXT, 'ab'),
        goodbye()
    );
    along('a message and a close', Buffer.concat([text('a'), close(4000)]), getsMessage(TEXT, 'a'), closes(4000));
    along('an unmasked frame', text('x', { key: null }), closes(1002));
    along('reserved bits', text('x', { rsv: 4 }), closes(1002));
    along('a reserved opcode', frame(3, ''), closes(1002));
    along('bad UTF-8', text([0xff]), closes(1007));
    along('a bad close code', close(1005), closes(1002));
    along('another request', request('GET / HTTP/1.1', 'Host: h'), closes(1002));
    along('a good message and a fault', Buffer.concat([text('good'), frame(4, '')]), getsMessage(TEXT, 'good'), closes(1002));
    const early = text('hello', { key: [1, 2, 3, 4] });
    for (let at = 1; at < early.length; at++) {
        t.good(SECTION, `the first ${at} bytes of a frame behind the handshake, the rest after its answer`, [
            asksUpgrade({}, {}, early.subarray(0, at)),
            accepted(),
            send(early.subarray(at)),
            getsMessage(TEXT, 'hello'),
        ]);
    }
    for (const piece of [1, 10, 100]) {
        t.good(SECTION, `handshake and frame in pieces of ${piece}`, [
            demand('send', (peer) => sendApart(...cut(Buffer.concat([upgradeRequest(peer.target), early]), piece)).run(peer)),
            accepted(),
            getsMessage(TEXT, 'hello'),
        ]);
    }

    const get = request('GET /first HTTP/1.1', 'Host: h'),
        post = request('POST /first HTTP/1.1', 'Host: h', 'Content-Length: 5');
    const first = responds(200, { json: { uri: '/first' } });
    t.good('RFC 9112 9.3.2', 'a handshake behind a request, in one segment', [
        demand('send', (peer) => peer.send(Buffer.concat([get, upgradeRequest(peer.target), text('x')]))),
        first,
        accepted(),
        getsMessage(TEXT, 'x'),
    ]);
    t.good('RFC 9112 9.3.2', 'a handshake behind a request with a body, in one segment', [
        demand('send', (peer) => peer.send(Buffer.concat([post, Buffer.from('hello'), upgradeRequest(peer.target), text('x')]))),
        first,
        accepted(),
        getsMessage(TEXT, 'x'),
    ]);
    t.good('RFC 9112 9.3', 'a handshake on a connection that was used', [
        send(get),
        first,
        send(get),
        first,
        asksUpgrade(),
        accepted(),
        send(fragments(TEXT, ['a', 'b'])),
        getsMessage(TEXT, 'ab'),
    ]);
    t.row('RFC 9112 9.3.2', 'a request behind a handshake that is refused is not served', [
        asksUpgrade({ 'Sec-WebSocket-Version': '8' }, {}, get),
        respondsLast(426),
    ]);
    t.row('RFC 9112 9.3.2', 'frames behind a handshake that is refused are not looked at', [
        asksUpgrade({ 'Sec-WebSocket-Key': 'x' }, {}, text('x')),
        respondsLast(400),
    ]);
    t.row('RFC 9112 9.3.2', 'a second handshake is not HTTP any more', [
        demand('send', (peer) => peer.send(Buffer.concat([upgradeRequest(peer.target), upgradeRequest(peer.target)]))),
        accepted(),
        closes(1002),
    ]);
    t.row('RFC 9112 9.3.2', 'a handshake behind a request that closes is not served', [
        demand('send', (peer) =>
            peer.send(
                Buffer.concat([request('GET /first HTTP/1.1', 'Host: h', 'Connection: close'), upgradeRequest(peer.target)])
            )
        ),
        respondsLast(200),
    ]);
    return t;
}
