// Bun's own server, whose core is uWebSockets: bun bun.mjs [echo|broadcast]. Prints "listening on <port>".

const broadcasts = process.argv[2] === 'broadcast';

const server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch(request, server) {
        return server.upgrade(request) ? undefined : new Response('hello');
    },
    websocket: {
        perMessageDeflate: false,
        maxPayloadLength: 64 << 20,
        backpressureLimit: 1 << 30,
        open(socket) {
            if (broadcasts) {
                socket.subscribe('all');
            }
        },
        message(socket, message) {
            if (broadcasts) {
                server.publish('all', message);
            } else {
                socket.send(message);
            }
        },
    },
});
console.log(`listening on ${server.port}`);
