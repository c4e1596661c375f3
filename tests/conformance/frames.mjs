// Frames of RFC 6455 section 5 as bytes, right and wrong ones.

export const CONTINUATION = 0x0;
export const TEXT = 0x1;
export const BINARY = 0x2;
export const CLOSE = 0x8;
export const PING = 0x9;
export const PONG = 0xa;

const NAMES = { 0: 'continuation', 1: 'text', 2: 'binary', 8: 'close', 9: 'ping', 10: 'pong' };

/** "text", "ping" ... or "opcode 0x3". */
export const opcodeName = (opcode) => NAMES[opcode] ?? `opcode 0x${opcode.toString(16)}`;

/** Bytes of a string (UTF-8), of an array of numbers, a Buffer as it is, or what a function returns: large data is made when it is needed. */
export const bytes = (data) =>
    typeof data === 'function' ? bytes(data()) : Buffer.isBuffer(data) ? data : Buffer.from(data ?? []);

let keys = 0x9e3779b9;

/** Masking keys that differ from frame to frame, the same in every run. */
function nextKey() {
    keys = (Math.imul(keys, 1664525) + 1013904223) >>> 0;
    const key = Buffer.alloc(4);
    key.writeUInt32BE(keys);
    return key;
}

/** The payload XORed with the key (section 5.3). */
export function mask(payload, key) {
    const out = Buffer.from(payload);
    for (let i = 0; i < out.length; i++) {
        out[i] ^= key[i & 3];
    }
    return out;
}

/**
 * A frame.
 * @param options fin (true), rsv: three bits (0), key: four bytes, or null for an unmasked frame,
 *        form: 7, 16 or 64 bits of length in place of the shortest that fits, length: a claim in place of the truth
 */
export function frame(opcode, payload = '', { fin = true, rsv = 0, key = nextKey(), form, length } = {}) {
    payload = bytes(payload);
    length ??= payload.length;
    form ??= length < 126 ? 7 : length < 65536 ? 16 : 64;
    const header = Buffer.alloc(form === 7 ? 2 : form === 16 ? 4 : 10);
    header[0] = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
    header[1] = (key ? 0x80 : 0) | (form === 7 ? length : form === 16 ? 126 : 127);
    if (form === 16) {
        header.writeUInt16BE(length, 2);
    } else if (form === 64) {
        header.writeBigUInt64BE(BigInt(length), 2);
    }
    return Buffer.concat(key ? [header, bytes(key), mask(payload, bytes(key))] : [header, payload]);
}

export const text = (payload, options) => frame(TEXT, payload, options);
export const binary = (payload, options) => frame(BINARY, payload, options);
export const ping = (payload, options) => frame(PING, payload, options);
export const pong = (payload, options) => frame(PONG, payload, options);

/** A fragment that is neither the first nor the last of its message. */
export const more = (payload, options) => frame(CONTINUATION, payload, { fin: false, ...options });

/** The last fragment of a message. */
export const last = (payload, options) => frame(CONTINUATION, payload, options);

/** The payload of a close frame. @param code null for none */
export function closePayload(code, reason = '') {
    return code === null ? Buffer.alloc(0) : Buffer.concat([Buffer.from([code >> 8, code & 255]), bytes(reason)]);
}

export const close = (code = 1000, reason = '', options = {}) => frame(CLOSE, closePayload(code, reason), options);

/** A message in fragments: one for each of the parts. */
export function fragments(opcode, parts, options) {
    return Buffer.concat(
        parts.map((part, i) => frame(i === 0 ? opcode : CONTINUATION, part, { ...options, fin: i === parts.length - 1 }))
    );
}

/** Cuts into parts of `size` bytes; at least one part. */
export function cut(data, size) {
    data = bytes(data);
    const parts = [];
    for (let i = 0; i < data.length; i += size) {
        parts.push(data.subarray(i, i + size));
    }
    return parts.length > 0 ? parts : [data];
}

/**
 * Reads one frame of a server off the front of a buffer.
 * @return how many bytes the buffer must have at least when some are missing, else {fin, rsv, opcode, masked, form, payload, size}
 */
export function parseFrame(buffer) {
    if (buffer.length < 2) {
        return 2;
    }
    const masked = (buffer[1] & 0x80) !== 0,
        short = buffer[1] & 0x7f;
    const form = short === 126 ? 16 : short === 127 ? 64 : 7,
        at = form === 7 ? 2 : form === 16 ? 4 : 10;
    if (buffer.length < at) {
        return at;
    }
    const length = form === 7 ? short : form === 16 ? buffer.readUInt16BE(2) : Number(buffer.readBigUInt64BE(2));
    const start = at + (masked ? 4 : 0),
        size = start + length;
    if (buffer.length < size) {
        return size;
    }
    const payload = buffer.subarray(start, size);
    return {
        fin: (buffer[0] & 0x80) !== 0,
        rsv: (buffer[0] >> 4) & 7,
        opcode: buffer[0] & 15,
        masked,
        form,
        size,
        payload: masked ? mask(payload, buffer.subarray(at, start)) : payload,
    };
}
