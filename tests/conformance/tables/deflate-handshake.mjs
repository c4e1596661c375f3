// Negotiating permessage-deflate: RFC 6455 section 9.1, RFC 7692 sections 5.1 and 7.1. A server may decline any offer; what it
// accepts has to follow from the offer.

import { accepted, asksUpgrade, demand, getsMessage, respondsLast, send } from '../steps.mjs';
import { Deviation } from '../peer.mjs';
import { TEXT, text } from '../frames.mjs';
import { table } from '../table.mjs';

const NAME = 'permessage-deflate';
const EXTENSIONS = 'Sec-WebSocket-Extensions';

/** The one extension that was answered, as a Map of its parameters; null for none. */
function answered(peer) {
    if (peer.extensions === null) {
        return null;
    }
    const [name, ...parameters] = peer.extensions.split(';').map((part) => part.trim());
    if (name !== NAME || peer.extensions.includes(',')) {
        throw new Deviation(`one ${NAME} is awaited, got "${peer.extensions}"`);
    }
    const map = new Map();
    for (const parameter of parameters) {
        const [, key, value] = /^([a-z_]+)(?:=(?:"(\d+)"|(\d+)))?$/.exec(parameter)?.filter((part) => part !== undefined) ?? [];
        const bits = key === 'server_max_window_bits' || key === 'client_max_window_bits';
        if (
            map.has(key) ||
            !(bits
                ? /^([89]|1[0-5])$/.test(value ?? '')
                : /^(server|client)_no_context_takeover$/.test(key ?? '') && value === undefined)
        ) {
            throw new Deviation(`a bad parameter in the answer "${peer.extensions}"`);
        }
        map.set(key, value ?? true);
    }
    return map;
}

/** An answer has to be as `check` says; it gets the parameters, or null when the offer was declined. */
const answers = (what, check) =>
    demand(`the answer: ${what}`, (peer) => {
        if (!check(answered(peer))) {
            throw new Deviation(`${what} is awaited, got "${peer.extensions}"`);
        }
    });

const declined = answers('declined', (map) => map === null);
const agreed = answers('agreed', (map) => map !== null);

export function deflateHandshake() {
    const t = table('deflate-handshake', { raw: true, deflate: true, to: 'deflate' });
    const echo = [send(text('hello, hello, hello')), getsMessage(TEXT, 'hello, hello, hello')];
    const offer = (section, value, checks, options = {}) => {
        const changes = { [EXTENSIONS]: value };
        t.good(
            section,
            `offer ${[value]
                .flat()
                .map((one) => `"${one}"`)
                .join(' and ')}`,
            [asksUpgrade(changes), accepted(changes), ...[checks].flat(), ...echo],
            options
        );
    };

    offer('RFC 7692 7.1', NAME, agreed);
    offer(
        'RFC 7692 7.1',
        NAME,
        answers('no window bits that were not offered', (map) => !map.has('client_max_window_bits'))
    );
    offer(
        'RFC 7692 7.1',
        'PERMESSAGE-DEFLATE',
        answers('declined or agreed', () => true)
    );
    offer(
        'RFC 7692 7.1',
        `${NAME}; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=15; client_max_window_bits=15`,
        agreed
    );
    offer('RFC 7692 7.1', `${NAME};client_max_window_bits;server_no_context_takeover`, agreed);
    offer('RFC 7692 7.1', ` ${NAME} ; client_max_window_bits `, agreed);

    offer(
        'RFC 7692 7.1.1.1',
        `${NAME}; server_no_context_takeover`,
        answers('server_no_context_takeover, or declined', (map) => map === null || map.has('server_no_context_takeover'))
    );
    offer(
        'RFC 7692 7.1.1.1',
        `${NAME}; server_no_context_takeover`,
        answers('server_no_context_takeover', (map) => map?.has('server_no_context_takeover')),
        { to: 'takeover', ours: true }
    );
    offer(
        'RFC 7692 7.1.1.1',
        NAME,
        answers('server_no_context_takeover, by our default', (map) => map?.has('server_no_context_takeover')),
        { ours: true }
    );
    offer(
        'RFC 7692 7.1.1.1',
        NAME,
        answers(
            'context is kept when it was switched on',
            (map) => map && !map.has('server_no_context_takeover') && !map.has('client_no_context_takeover')
        ),
        { to: 'takeover', ours: true }
    );
    offer('RFC 7692 7.1.1.2', `${NAME}; client_no_context_takeover`, agreed);
    offer(
        'RFC 7692 7.1.1.2',
        NAME,
        answers('client_no_context_takeover, by our default', (map) => map?.has('client_no_context_takeover')),
        { ours: true }
    );

    for (let bits = 8; bits <= 15; bits++) {
        const held = answers(
            `server_max_window_bits of at most ${bits}, or declined`,
            (map) =>
                map === null ||
                Number(map.get('server_max_window_bits')) <= bits ||
                (bits === 15 && !map.has('server_max_window_bits'))
        );
        offer('RFC 7692 7.1.2.1', `${NAME}; server_max_window_bits=${bits}`, held);
        offer('RFC 7692 7.1.2.1', `${NAME}; server_max_window_bits="${bits}"`, held);
        if (bits > 8) {
            offer('RFC 7692 7.1.2.1', `${NAME}; server_max_window_bits=${bits}; client_max_window_bits`, [agreed, held], {
                ours: true,
            });
        }
        offer(
            'RFC 7692 7.1.2.2',
            `${NAME}; client_max_window_bits=${bits}`,
            answers(
                `client_max_window_bits of at most ${bits}, or none`,
                (map) => Number(map?.get('client_max_window_bits') ?? 8) <= bits
            )
        );
        offer('RFC 7692 5.1', `${NAME}; server_max_window_bits=${bits}, ${NAME}`, agreed);
    }
    offer('RFC 7692 7.1.2.2', `${NAME}; client_max_window_bits`, agreed);
    offer(
        'RFC 7692 7.1.2.1',
        `${NAME}; server_max_window_bits=8, ${NAME}; server_max_window_bits=9`,
        answers('the second offer', (map) => Number(map?.get('server_max_window_bits')) <= 9),
        { ours: true }
    );

    // Offers with what the extension does not define are declined (section 7).
    for (const parameter of [
        'unknown',
        'unknown=1',
        'server_max_window_bits',
        'server_max_window_bits=7',
        'server_max_window_bits=16',
        'server_max_window_bits=0',
        'server_max_window_bits=08',
        'server_max_window_bits=09',
        'server_max_window_bits=+9',
        'server_max_window_bits=9x',
        'server_max_window_bits=-9',
        'server_max_window_bits=100',
        'server_max_window_bits=4294967305',
        'server_max_window_bits=x',
        'client_max_window_bits=7',
        'client_max_window_bits=16',
        'client_max_window_bits=010',
        'client_max_window_bits=1000000000000',
        'client_max_window_bits=x',
        'server_no_context_takeover=1',
        'server_no_context_takeover=true',
        'client_no_context_takeover=1',
        'client_no_context_takeover="x"',
        'server_no_context_takeover; server_no_context_takeover',
        'client_no_context_takeover; client_no_context_takeover',
        'server_max_window_bits=10; server_max_window_bits=10',
        'server_max_window_bits=10; server_max_window_bits=11',
        'client_max_window_bits; client_max_window_bits=10',
        'client_max_window_bits=10; client_max_window_bits',
        'server_no_context_takeover; unknown',
    ]) {
        offer('RFC 7692 7.1', `${NAME}; ${parameter}`, declined);
        offer(
            'RFC 7692 5.1',
            `${NAME}; ${parameter}, ${NAME}; client_no_context_takeover`,
            answers('the second offer', (map) => map !== null)
        );
    }
    for (const value of [
        'x-webkit-deflate-frame',
        'permessage-bzip2',
        'mux',
        'permessage-deflate2',
        'deflate',
        'x; server_max_window_bits=9',
    ]) {
        offer('RFC 6455 9.1', value, declined);
        offer('RFC 7692 5.1', `${value}, ${NAME}`, agreed);
        offer('RFC 7692 5.1', [value, NAME], agreed);
    }
    offer('RFC 7692 5.1', `${NAME}; client_max_window_bits, ${NAME}`, agreed);
    offer('RFC 7692 5.1', [NAME, `${NAME}; client_max_window_bits`], agreed);
    offer('RFC 7692 5.1', `, ${NAME}, `, agreed);
    offer('RFC 7692 5.1', `x; y="a", ${NAME}`, agreed);
    offer('RFC 7692 5.1', Array(20).fill('unknown; a=b').concat(NAME).join(', '), agreed);
    // What is no list of extensions at all fails the handshake; a quoted value has to be a token, too.
    for (const value of [
        ';',
        '=',
        `${NAME};`,
        `${NAME};;`,
        `${NAME}; a=`,
        `${NAME}; =1`,
        `${NAME} ${NAME}`,
        'per/message',
        `${NAME}; a b`,
        `${NAME}; a="`,
        `${NAME}; a="b c"`,
        `${NAME}; a=""`,
        `x; y="a, ${NAME}", ${NAME}`,
        `${NAME}; a="b"c`,
        `${NAME}; a=b=c`,
        `"${NAME}"`,
        `${NAME}; a=(b)`,
        `${NAME}, ;`,
    ]) {
        t.row('RFC 6455 9.1', `malformed: ${value}`, [asksUpgrade({ [EXTENSIONS]: value }), respondsLast(400)]);
    }
    t.good('RFC 6455 9.1', 'no offer, no extension', [asksUpgrade(), accepted({}, { [EXTENSIONS]: null }), ...echo]);
    t.good(
        'RFC 6455 9.1',
        'compression that is switched off is not agreed on',
        [asksUpgrade({ [EXTENSIONS]: NAME }), accepted({ [EXTENSIONS]: NAME }, { [EXTENSIONS]: null }), ...echo],
        { to: 'plain', ours: true, deflate: false }
    );
    return t;
}
