// A client that sends the bytes it is told and reports what comes back, down to how TCP ended. It forgives nothing: what a
// server may never send is a Deviation wherever it is seen.

import { createHash } from 'node:crypto';
import net from 'node:net';
import tls from 'node:tls';
import { TextDecoder } from 'node:util';

import { CLOSE, CONTINUATION, opcodeName, parseFrame } from './frames.mjs';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const SLICE = 50; // milliseconds
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

export const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

/** The server did not do what the row demands. */
export class Deviation extends Error {}

export const isUtf8 = (data) => {
    try {
        new TextDecoder('utf-8', { fatal: true }).decode(data);
        return true;
    } catch {
        return false;
    }
};

/** A short, printable form of bytes for messages. */
export function show(data) {
    const part = data.subarray(0, 48),
        dots = data.length > 48 ? `... (${data.length} bytes)` : '';
    return /^[\x20-\x7e\r\n\t]*$/.test(part.toString('latin1'))
        ? JSON.stringify(part.toString('latin1')) + dots
        : `<${part.toString('hex')}>${dots}`;
}

/** What an opening handshake asks for. @param changes header names to values, to lists of values, or to null to leave one out */
export function upgradeRequest(target, changes = {}, { method = 'GET', version = 'HTTP/1.1', path = target.path } = {}) {
    const headers = {
        'Host': target.authority,
        'Upgrade': 'websocket',
        'Connection': 'Upgrade',
        'Sec-WebSocket-Key': KEY,
        'Sec-WebSocket-Version': '13',
        ...changes,
    };
    const lines = Object.entries(headers).flatMap(([name, value]) =>
        value === null ? [] : [value].flat().map((one) => `${name}: ${one}\r\n`)
    );
    return Buffer.from(`${method} ${path} ${version}\r\n${lines.join('')}\r\n`, 'latin1');
}

export class Peer {
    /** @param target {host, port, secure, path, authority} @param patience factor for all deadlines */
    constructor(target, patience = 1) {
        Object.assign(this, {
            target,
            patience,
            buffer: Buffer.alloc(0),
            chunks: [],
            size: 0,
            fin: false,
            error: null,
            wake: null,
            extensions: null,
        });
    }

    async connect() {
        const options = {
            host: this.target.host,
            port: this.target.port,
            allowHalfOpen: true,
            noDelay: true,
            ...(this.target.secure
                ? { rejectUnauthorized: false, servername: net.isIP(this.target.host) ? '' : this.target.host }
                : {}),
        };
        const socket = this.target.secure ? tls.connect(options) : net.connect(options);
        let connected = false;
        this.socket = socket;
        socket.on(this.target.secure ? 'secureConnect' : 'connect', () => {
            connected = true;
            this.changed();
        });
        socket.on('data', (chunk) => {
            this.chunks.push(chunk);
            this.size += chunk.length;
            this.changed();
        });
        socket.on('end', () => {
            this.fin = true;
            this.changed();
        });
        socket.on('error', (error) => {
            this.error ??= error.code ?? error.message;
            this.changed();
        });
        socket.on('close', () => this.changed());
        if (!(await this.until(() => connected || this.error, 5000)) || this.error) {
            throw new Deviation(`cannot connect: ${this.error ?? 'nothing in 5 s'}`);
        }
    }

    changed() {
        this.wake?.();
    }

    /**
     * Waits until the condition holds. Time in which this process was busy with other rows does not count: it is taken in
     * slices, and a slice counts no more than twice its length.
     * @return false when it does not hold within that many milliseconds
     */
    async until(condition, milliseconds) {
        let left = milliseconds * this.patience;
        while (!condition()) {
            if (left <= 0) {
                return false;
            }
            const slice = Math.min(left, SLICE),
                begin = performance.now();
            let timer;
            await new Promise((resolve) => {
                this.wake = resolve;
                timer = setTimeout(resolve, slice);
            });
            clearTimeout(timer);
            this.wake = null;
            left -= Math.min(performance.now() - begin, 2 * slice);
        }
        return true;
    }

    /** Everything that was received and not yet taken. */
    received() {
        if (this.chunks.length > 0) {
            this.buffer = Buffer.concat([this.buffer, ...this.chunks]);
            this.chunks = [];
        }
        return this.buffer;
    }

    take(size) {
        const part = this.received().subarray(0, size);
        this.buffer = this.buffer.subarray(size);
        this.size -= size;
        return part;
    }

    /** Sends; that the server has gone is noticed where it matters, by reading. */
    send(data) {
        if (!this.socket.destroyed && !this.error) {
            this.socket.write(data);
        }
    }

    /** Ends our side of TCP. */
    finish() {
        if (!this.socket.destroyed && !this.error) {
            this.socket.end();
        }
    }

    destroy() {
        this.socket?.destroy();
    }

    /**
     * Waits for bytes that `parse` makes something of.
     * @param parse returns the number of bytes it needs at least, or an object whose `size` is taken off
     */
    async read(parse, what, milliseconds) {
        let result = 1;
        const ready = () => {
            while (typeof result === 'number' && this.size >= result) {
                result = parse(this.received());
            }
            return typeof result !== 'number' || this.fin || this.error;
        };
        if (!(await this.until(ready, milliseconds))) {
            throw new Deviation(`${what} is awaited, nothing in ${milliseconds} ms${this.rest()}`);
        }
        if (typeof result === 'number') {
            throw new Deviation(
                `${what} is awaited, but ${this.fin ? 'the connection was ended' : `TCP failed (${this.error})`}${this.rest()}`
            );
        }
        this.take(result.size);
        return result;
    }

    rest() {
        const bytes = this.received();
        return bytes.length > 0 ? `, after ${show(bytes)}` : '';
    }

    /** One frame that breaks no rule a server's frame may break. */
    async readFrame(milliseconds, what = 'a frame') {
        const frame = await this.read(parseFrame, what, milliseconds);
        const { payload, opcode } = frame;
        const name = opcodeName(opcode);
        const demand = (good, fault) => {
            if (!good) {
                throw new Deviation(`a ${name} frame ${fault}: ${show(payload)}`);
            }
        };
        demand(!frame.masked, 'of the server is masked');
        demand([0, 1, 2, 8, 9, 10].includes(opcode), 'does not exist');
        demand(
            (frame.rsv & 3) === 0 && (frame.rsv === 0 || (this.extensions && (opcode === 1 || opcode === 2))),
            `has reserved bits ${frame.rsv}`
        );
        demand(
            frame.form === (payload.length < 126 ? 7 : payload.length < 65536 ? 16 : 64),
            `has ${frame.form} bits of length for ${payload.length} bytes`
        );
        demand(opcode < 8 || (frame.fin && payload.length <= 125), `is fragmented or has ${payload.length} bytes`);
        if (opcode === CLOSE) {
            demand(payload.length !== 1, 'has one byte');
            demand(isUtf8(payload.subarray(2)), 'has a reason that is not UTF-8');
        }
        return frame;
    }

    /** A message in however many frames. @return {opcode, payload (as on the wire), rsv1, frames} */
    async readMessage(milliseconds, what = 'a message') {
        const first = await this.readFrame(milliseconds, what);
        if (first.opcode === CONTINUATION || first.opcode >= 8) {
            throw new Deviation(`${what} is awaited, got a ${opcodeName(first.opcode)} frame${closeText(first)}`);
        }
        const parts = [first.payload];
        for (let frame = first; !frame.fin;) {
            frame = await this.readFrame(milliseconds, `the rest of ${what}`);
            if (frame.opcode !== CONTINUATION || frame.rsv !== 0) {
                throw new Deviation(
                    `inside ${what}: a ${opcodeName(frame.opcode)} frame with reserved bits ${frame.rsv}${closeText(frame)}`
                );
            }
            parts.push(frame.payload);
        }
        return { opcode: first.opcode, payload: Buffer.concat(parts), rsv1: (first.rsv & 4) !== 0, frames: parts.length };
    }

    /** The end of TCP in order: FIN, nothing before it. */
    async readFin(milliseconds) {
        await this.until(() => this.fin || this.error || this.size > 0, milliseconds);
        if (this.size > 0) {
            throw new Deviation(`the end of TCP is awaited, got ${show(this.received())}`);
        }
        if (this.error) {
            throw new Deviation(`TCP did not end in order: ${this.error}`);
        }
        if (!this.fin) {
            throw new Deviation(`the end of TCP is awaited, nothing in ${milliseconds} ms`);
        }
    }

    /**
     * A response, with the syntax that RFC 9112 demands of its sender.
     * @param head whether it answers HEAD
     * @return {status, reason, headers: Map of lower-case names, body, size}
     */
    async readResponse(milliseconds, head = false) {
        let response = null;
        return this.read(
            (bytes) => {
                response ??= parseHead(bytes);
                return response && frameBody(response, bytes, head) ? response : bytes.length + 1;
            },
            'a response',
            milliseconds
        );
    }

    /** The opening handshake. @return the response, checked by RFC 6455 section 4.2.2 */
    async upgrade(changes = {}, milliseconds = 2000) {
        this.send(upgradeRequest(this.target, changes));
        return this.readUpgrade(changes, milliseconds);
    }

    async readUpgrade(changes = {}, milliseconds = 2000) {
        const response = await this.readResponse(milliseconds);
        const { headers } = response;
        const demand = (good, fault) => {
            if (!good) {
                throw new Deviation(`the opening handshake failed: ${fault} (status ${response.status})`);
            }
        };
        const key = changes['Sec-WebSocket-Key'] ?? KEY;
        demand(response.status === 101, 'no 101');
        demand(/^websocket$/i.test(headers.get('upgrade') ?? ''), `Upgrade is ${headers.get('upgrade')}`);
        demand(/(^|,)\s*upgrade\s*(,|$)/i.test(headers.get('connection') ?? ''), `Connection is ${headers.get('connection')}`);
        demand(
            headers.get('sec-websocket-accept') ===
                createHash('sha1')
                    .update(key.trim() + GUID)
                    .digest('base64'),
            'wrong Sec-WebSocket-Accept'
        );
        demand(!headers.has('sec-websocket-protocol') || changes['Sec-WebSocket-Protocol'], 'a sub-protocol nobody asked for');
        demand(!headers.has('sec-websocket-extensions') || changes['Sec-WebSocket-Extensions'], 'an extension nobody asked for');
        demand(!headers.has('content-length') && !headers.has('transfer-encoding'), '101 with a body');
        this.extensions = headers.get('sec-websocket-extensions') ?? null;
        return response;
    }
}

/** " 1002 \"reason\"" of a close frame, for messages. */
export function closeText(frame) {
    return frame.opcode !== CLOSE
        ? ''
        : frame.payload.length < 2
          ? ' without code'
          : ` ${frame.payload.readUInt16BE(0)} ${show(frame.payload.subarray(2))}`;
}

/** The head of a response, or null when it is not complete. */
function parseHead(bytes) {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) {
        if (bytes.length >= 5 && bytes.toString('latin1', 0, 5) !== 'HTTP/') {
            throw new Deviation(`a response is awaited, got ${show(bytes)}`);
        }
        return null;
    }
    const [line, ...fields] = bytes.toString('latin1', 0, end).split('\r\n');
    const [, status, reason] = /^HTTP\/1\.[01] (\d{3}) ([\t\x20-\x7e\x80-\xff]*)$/.exec(line) ?? [];
    if (!status) {
        throw new Deviation(`malformed status line ${JSON.stringify(line)}`);
    }
    const headers = new Map();
    for (const field of fields) {
        const colon = field.indexOf(':'),
            name = field.slice(0, colon).toLowerCase(),
            value = field.slice(colon + 1).trim();
        if (!TOKEN.test(name) || /[\0-\x08\x0a-\x1f\x7f]/.test(value)) {
            throw new Deviation(`malformed field ${JSON.stringify(field)}`);
        }
        if (
            headers.has(name) &&
            ['content-length', 'date', 'transfer-encoding', 'upgrade', 'sec-websocket-accept'].includes(name)
        ) {
            throw new Deviation(`two fields ${name}`);
        }
        headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value}` : value);
    }
    if (headers.has('date') && !DATE.test(headers.get('date'))) {
        throw new Deviation(`malformed Date ${headers.get('date')}`);
    }
    return { status: Number(status), reason, headers, bodyStart: end + 4 };
}

/** Finds the body's end (RFC 9112 section 6.3); sets body and size. @return whether it is there */
function frameBody(response, bytes, head) {
    const { status, headers, bodyStart } = response,
        bodyless = head || status < 200 || status === 204 || status === 304;
    const length = headers.get('content-length'),
        coding = headers.get('transfer-encoding');
    if (length !== undefined && !/^\d+$/.test(length)) {
        throw new Deviation(`malformed Content-Length ${length}`);
    }
    if (coding !== undefined && ((bodyless && !head) || length !== undefined || coding.toLowerCase() !== 'chunked')) {
        throw new Deviation(`Transfer-Encoding ${coding}, Content-Length ${length}`);
    }
    if (bodyless) {
        Object.assign(response, { body: Buffer.alloc(0), size: bodyStart });
        return true;
    }
    if (length !== undefined) {
        const end = bodyStart + Number(length);
        Object.assign(response, { body: bytes.subarray(bodyStart, end), size: end });
        return bytes.length >= end;
    }
    if (coding === undefined) {
        throw new Deviation('a response of which nobody can tell the length before the connection ends');
    }
    return frameChunks(response, bytes);
}

function frameChunks(response, bytes) {
    const parts = [];
    for (let at = response.bodyStart; ;) {
        const eol = bytes.indexOf('\r\n', at);
        if (eol < 0) {
            return false;
        }
        const line = bytes.toString('latin1', at, eol);
        if (!/^[0-9a-fA-F]+$/.test(line)) {
            throw new Deviation(`malformed chunk size ${JSON.stringify(line)}`);
        }
        const size = parseInt(line, 16),
            end = eol + 2 + size;
        if (bytes.length < end + 2) {
            return false;
        }
        if (bytes.toString('latin1', end, end + 2) !== '\r\n') {
            throw new Deviation('a chunk that does not end with CRLF');
        }
        if (size === 0) {
            Object.assign(response, { body: Buffer.concat(parts), size: end + 2 });
            return true;
        }
        parts.push(bytes.subarray(eol + 2, end));
        at = end + 2;
    }
}
