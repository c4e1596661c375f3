// What a row is made of. A step is {what, run(peer)}: it sends, or it demands something that has to come back now. Rows are
// plain lists of steps, so "must be answered before the rest is sent" is written by the order alone.

import { inflateRawSync } from 'node:zlib';

import { bytes, CLOSE, close, cut, opcodeName, ping, PONG } from './frames.mjs';
import { closeText, Deviation, show, upgradeRequest } from './peer.mjs';

const SOON = 2000; // milliseconds in which an answer has to come
const END = 1000; // from a close frame or a last response to the end of TCP

const step = (what, run) => ({ what, run });

/** Waits a little, so that what was sent before arrives alone. */
const beat = () =>
    new Promise((resolve) => {
        setTimeout(resolve, 1);
    });

// ---- sending -------------------------------------------------------------------------------------------------------------

/** Sends all parts in one piece. Parts may be functions of the peer. */
export const send = (...parts) =>
    step('send', (peer) => peer.send(Buffer.concat(parts.map((part) => bytes(typeof part === 'function' ? part(peer) : part)))));

/** Sends each part alone. */
export const sendApart = (...parts) =>
    step(`send ${parts.length} parts apart`, async (peer) => {
        for (const part of parts) {
            peer.send(bytes(part));
            await beat();
        }
    });

/** Sends piece by piece of `size` bytes. */
export const drip = (data, size = 1) => step(`send in pieces of ${size}`, (peer) => sendApart(...cut(data, size)).run(peer));

/** Ends our side of TCP; the other one stays open. */
export const endOurSide = () => step('end our side of TCP', (peer) => peer.finish());

/** Sends an opening handshake and looks at nothing. @param changes, options see upgradeRequest() @param behind bytes that go along with it */
export const asksUpgrade = (changes = {}, options = {}, behind = '') =>
    step('send the opening handshake', (peer) =>
        peer.send(Buffer.concat([upgradeRequest(peer.target, changes, options), bytes(behind)]))
    );

/** The opening handshake, checked. Rows about WebSocket begin with it, unless they say otherwise. */
export const upgrade = (changes) => step('opening handshake', (peer) => peer.upgrade(changes));

// ---- demands on frames ---------------------------------------------------------------------------------------------------

const same = (got, wanted, what) => {
    if (!got.equals(wanted)) {
        throw new Deviation(`${what} with ${show(wanted)} is awaited, got ${show(got)}`);
    }
};

/** One whole frame: a pong, a ping. */
export const gets = (opcode, payload = '') =>
    step(`${opcodeName(opcode)} comes`, async (peer) => {
        const what = `a ${opcodeName(opcode)} frame`,
            frame = await peer.readFrame(SOON, what);
        if (frame.opcode !== opcode) {
            throw new Deviation(`${what} is awaited, got a ${opcodeName(frame.opcode)} frame${closeText(frame)}`);
        }
        same(frame.payload, bytes(payload), what);
    });

/** A message; in fragments if the server likes. @param within milliseconds */
export const getsMessage = (opcode, payload = '', { within = SOON } = {}) =>
    step(`${opcodeName(opcode)} message comes`, async (peer) => {
        const message = await peer.readMessage(within, `a ${opcodeName(opcode)} message`);
        if (message.opcode !== opcode) {
            throw new Deviation(`a ${opcodeName(opcode)} message is awaited, got ${opcodeName(message.opcode)}`);
        }
        same(inflate(peer, message), bytes(payload), 'a message');
    });

/** Undoes permessage-deflate (RFC 7692 section 7.2.2) with the window that was agreed. */
function inflate(peer, { payload, rsv1 }) {
    if (!rsv1) {
        return payload;
    }
    const bits = Number(/server_max_window_bits=(\d+)/.exec(peer.extensions)?.[1] ?? 15);
    const history = /server_no_context_takeover/.test(peer.extensions) ? undefined : peer.history;
    let data;
    try {
        // Small chunks, so that zlib has nothing to look back on but the window.
        data = inflateRawSync(Buffer.concat([payload, Buffer.from([0, 0, 255, 255])]), {
            finishFlush: 2,
            windowBits: bits,
            chunkSize: bits < 15 ? 64 : 65536,
            dictionary: history?.length > 0 ? history : undefined,
        });
    } catch (error) {
        throw new Deviation(`a compressed message that cannot be read: ${error.message}`);
    }
    peer.history = Buffer.concat([peer.history ?? Buffer.alloc(0), data]).subarray(-(2 ** bits));
    return data;
}

/** A message that the server compressed, to fewer bytes than `below`. */
export const getsCompressed = (opcode, payload, below = Infinity) =>
    step('compressed message comes', async (peer) => {
        const message = await peer.readMessage(SOON, 'a compressed message');
        if (message.opcode !== opcode || !message.rsv1) {
            throw new Deviation(`a compressed message is awaited, got ${opcodeName(message.opcode)}, RSV1 ${message.rsv1}`);
        }
        same(inflate(peer, message), bytes(payload), 'a message');
        if (message.payload.length >= below) {
            throw new Deviation(`a message of less than ${below} bytes is awaited, got ${message.payload.length}`);
        }
    });

/** Nothing has come back so far: a ping is answered first. Not to be used inside a frame. */
export const nothingYet = () => {
    const mark = Buffer.from('nothing?');
    const pong = gets(PONG, mark);
    return step('nothing comes before the pong of a ping', async (peer) => {
        peer.send(ping(mark));
        await pong.run(peer);
    });
};

/** Nothing comes for so long, where no ping can ask. */
export const quiet = (milliseconds = 60) =>
    step(`nothing comes for ${milliseconds} ms`, async (peer) => {
        await peer.until(() => peer.size > 0 || peer.fin || peer.error, milliseconds / peer.patience);
        if (peer.size > 0 || peer.fin || peer.error) {
            throw new Deviation(
                `nothing is awaited, got ${peer.size > 0 ? show(peer.received()) : (peer.error ?? 'the end of TCP')}`
            );
        }
    });

const readClose = async (peer, codes, reason) => {
    const wanted = codes.map((code) => code ?? 'without code').join(' or ');
    const frame = await peer.readFrame(SOON, `a close frame ${wanted}`);
    const code = frame.opcode === CLOSE ? (frame.payload.length >= 2 ? frame.payload.readUInt16BE(0) : null) : undefined;
    if (!codes.includes(code)) {
        throw new Deviation(`a close frame ${wanted} is awaited, got a ${opcodeName(frame.opcode)} frame${closeText(frame)}`);
    }
    if (reason !== undefined) {
        same(frame.payload.subarray(2), bytes(reason), 'a close frame');
    }
};

/**
 * The server closes: a close frame with exactly this code (null: without one), then it ends TCP in order, and nothing else comes.
 * @param codes a code, or a list of which one has to come
 */
export const closes = (codes, reason) =>
    step(`close ${codes ?? 'without code'} comes, then the end of TCP`, async (peer) => {
        await readClose(peer, [codes].flat(), reason);
        await peer.readFin(END);
    });

/** The server ends TCP, without another byte. */
export const ends = () => step('TCP ends', (peer) => peer.readFin(SOON));

/** Nothing has reset TCP, though we sent what nobody reads any more. */
export const notReset = (milliseconds = 50) =>
    step(`TCP is not reset for ${milliseconds} ms`, async (peer) => {
        await peer.until(() => peer.error, milliseconds / peer.patience);
        if (peer.error) {
            throw new Deviation(`TCP failed: ${peer.error}`);
        }
    });

/** Both sides have ended: TCP closes without an error. */
export const closed = () =>
    step('TCP is closed', async (peer) => {
        peer.finish();
        if (!(await peer.until(() => peer.socket.closed || peer.error, END)) || peer.error) {
            throw new Deviation(peer.error ? `TCP failed: ${peer.error}` : 'TCP is still open');
        }
    });

/** The closing handshake by the client, with everything in order. Rows whose connection survives end with it. */
export const goodbye = () =>
    step('closing handshake', async (peer) => {
        peer.send(close(1000));
        await readClose(peer, [1000]);
        await peer.readFin(END);
    });

// ---- demands on HTTP -----------------------------------------------------------------------------------------------------

/**
 * A response.
 * @param wanted head: it answers HEAD. json: an object, part of what the server's application understood (server.php).
 *        headers: names to values, regular expressions, or null for those that must not be there. body: what it is.
 */
export const responds = (status, { head = false, json = {}, headers = {}, body } = {}) =>
    step(`response ${status} comes`, async (peer) => {
        const response = await peer.readResponse(SOON, head);
        const fault = (text) =>
            new Deviation(
                `${text} is awaited, got ${response.status} ${JSON.stringify(Object.fromEntries(response.headers))} ${show(response.body)}`
            );
        if (response.status !== status) {
            throw fault(`status ${status}`);
        }
        if (status >= 200 && status < 500 && !response.headers.has('date')) {
            throw fault('Date'); // RFC 9110 section 6.6.1
        }
        checkHeaders(response, headers);
        if (body !== undefined) {
            same(response.body, bytes(body), 'a body');
        }
        if (Object.keys(json).length > 0) {
            const got = parseJson(response.body);
            for (const [name, value] of Object.entries(json)) {
                if (JSON.stringify(got?.[name]) !== JSON.stringify(value)) {
                    throw fault(`${name} = ${JSON.stringify(value)}`);
                }
            }
        }
    });

const checkHeaders = (response, wanted) => {
    for (const [name, value] of Object.entries(wanted)) {
        const got = response.headers.get(name.toLowerCase());
        if (value === null ? got !== undefined : !(value instanceof RegExp ? value.test(got ?? '') : got === value)) {
            throw new Deviation(`${name}: ${value ?? 'not at all'} is awaited, got ${got}`);
        }
    }
};

const parseJson = (data) => {
    try {
        return JSON.parse(data);
    } catch {
        return null;
    }
};

/** A response that says it is the last one, and is: then TCP ends in order. */
export const respondsLast = (status, wanted = {}) => {
    const response = responds(status, { ...wanted, headers: { Connection: /(^|,)\s*close\s*(,|$)/i, ...wanted.headers } });
    return step(`${response.what}, the last one`, async (peer) => {
        await response.run(peer);
        await peer.readFin(END);
    });
};

/** An opening handshake that was sent by hand is accepted. @param demands headers as in responds() */
export const accepted = (changes = {}, demands = {}) =>
    step('101 comes', async (peer) => {
        checkHeaders(await peer.readUpgrade(changes), demands);
    });

/** Some other demand. */
export const demand = (what, run) => step(what, run);
