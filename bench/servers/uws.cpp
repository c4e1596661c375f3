// uWebSockets itself: uws [echo|broadcast]. Prints "listening on <port>". It is not built by ./dev bench: README.md says how.

#include <cstdio>
#include <cstring>

#include "App.h"

int main(int argc, char **argv)
{
    struct Nothing {};
    const bool broadcasts = argc > 1 && std::strcmp(argv[1], "broadcast") == 0;
    uWS::App app;

    app.ws<Nothing>("/*", {
        .compression = uWS::DISABLED,
        .maxPayloadLength = 64 << 20,
        .maxBackpressure = 1 << 30,
        .open = [&](auto *socket) {
            if (broadcasts) {
                socket->subscribe("all");
            }
        },
        .message = [&](auto *socket, std::string_view message, uWS::OpCode opcode) {
            if (broadcasts) {
                app.publish("all", message, opcode);
            } else {
                socket->send(message, opcode);
            }
        },
    });
    app.get("/*", [](auto *response, auto *) { response->end("hello"); });
    app.listen("127.0.0.1", 0, [](auto *listener) {
        if (listener) {
            std::printf("listening on %d\n", us_socket_local_port(0, (us_socket_t *) listener));
            std::fflush(stdout);
        }
    });
    app.run();
}
