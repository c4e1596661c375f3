// npm's ws, with node's HTTP server: node ws.mjs [echo|broadcast]. Prints "listening on <port>".

import { createServer } from 'node:http';
import { createRequire } from 'node:module';

// installed where everything is built, not beside this file
const { WebSocketServer } = createRequire(`${process.env.BENCH_MODULES}/`)('ws');

const http = createServer((request, response) => response.end('hello'));
const server = new WebSocketServer({ server: http, perMessageDeflate: false, maxPayload: 64 << 20 });
const broadcasts = process.argv[2] === 'broadcast';

server.on('connection', (socket) => {
    socket.on('message', (data, binary) => {
        if (!broadcasts) {
            socket.send(data, { binary });
            return;
        }
        for (const client of server.clients) {
            client.send(data, { binary });
        }
    });
    socket.on('error', () => {});
});
http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => console.log(`listening on ${http.address().port}`));
