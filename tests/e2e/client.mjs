// npm's ws with promises: messages and the end can be awaited in the order in which they came.

import WebSocket from 'ws';
import { within } from './server.mjs';

const PATIENCE = 10_000;

export class Client {
    #queue = [];
    #waiting = [];

    /** Connects; fails with the HTTP status as `status` when the handshake is refused. */
    static async open(url, { protocols = [], ...options } = {}) {
        const client = new Client();
        const socket = new WebSocket(url, protocols, { perMessageDeflate: false, maxPayload: 64 * 1024 * 1024, ...options });
        client.socket = socket;
        client.closed = new Promise((resolve) => {
            socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
        });
        socket.on('message', (data, isBinary) => client.#push({ data: isBinary ? data : data.toString(), isBinary }));
        await within(PATIENCE, new Promise((resolve, reject) => {
            socket.on('open', resolve);
            socket.on('unexpected-response', (request, response) => {
                reject(Object.assign(new Error(`refused: ${response.statusCode}`), { status: response.statusCode }));
                request.destroy();
            });
            socket.on('error', reject);
        }), `connecting to ${url}`);
        return client;
    }

    #push(message) {
        const waiting = this.#waiting.shift();
        waiting ? waiting(message) : this.#queue.push(message);
    }

    send(...args) {
        this.socket.send(...args);
    }

    sendJson(message) {
        this.socket.send(JSON.stringify(message));
    }

    /** The next message: {data, isBinary}; data is a string for text and a Buffer for binary. */
    async next() {
        if (this.#queue.length > 0) {
            return this.#queue.shift();
        }
        return within(PATIENCE, new Promise((resolve) => this.#waiting.push(resolve)), 'a message');
    }

    async nextJson() {
        return JSON.parse((await this.next()).data);
    }

    /** Whether messages have come that nobody has read. */
    get unread() {
        return this.#queue.length;
    }

    /** Waits for the end, however it comes: {code, reason}. */
    async end() {
        return within(PATIENCE, this.closed, 'the end of the connection');
    }

    /** Performs the closing handshake. */
    async close(code, reason) {
        this.socket.close(code, reason);
        return this.end();
    }
}
