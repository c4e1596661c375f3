#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/status.h"
#include "received.h"
#include "support/clock.h"
#include "support/engine.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/*
 * A connection from its first byte to its end, through the whole server. The first three bytes are a split and flags;
 * the rest is what a client sends, behind a handshake that the flags may put in front of it. What comes back must be
 * what a strict client understands, and the same in another split.
 */

enum { /* the second byte */
    HANDSHAKE = 0x03,
    END = 0x0c,
    HOST_CLOSES = 0x10,
    PROXIES = 0x20,
    PAGES = 0x40,
    SMALL = 0x80
};
enum { /* the third byte */
    OWN_HANDSHAKE = 0x01,
    NOT_STRICT = 0x02,
    CONTROL_FRAMES = 0x04,
    COMPRESSION = 0x08,
    TAKEOVER = 0x10,
    COMPRESS_ALL = 0x20,
    RATE = 0x40,
    LATE = 0x80 /* with RATE: reading is delayed */
};

#define UPGRADE                                                                                                        \
    "GET / HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"          \
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
#define OFFER "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"

static const char *const handshakes[] = {"", UPGRADE "\r\n", UPGRADE OFFER "\r\n\r\n",
                                         UPGRADE OFFER "=9; server_max_window_bits=10\r\n\r\n"};

static uint8_t how, what;

static char *copy(const char *text)
{
    return es_strndup(text, strlen(text));
}

static bool is_late(void)
{
    return (what & (RATE | LATE)) == LATE;
}

static bool begins_with_proxy(void)
{
    return (how & PROXIES) != 0 && (how & HANDSHAKE) == 0 && (what & NOT_STRICT) != 0;
}

static void prepare(es_server_t *server, es_port_t *port)
{
    es_port_settings_t *settings = &port->settings;

    if (!is_late()) { /* time passes while an answer is due, how much of it depends on the split */
        settings->handshake_timeout = 2;
        settings->max_idle_time = 4;
        settings->websocket_ping_interval = 1;
        settings->websocket_pong_timeout = 2;
        settings->websocket_close_timeout = 1;
        settings->output_timeout = 3;
    }
    /* A message that finds the queue full is lost, and when that is so depends on the split. */
    settings->socket_buffer_size = INT64_C(1) << 30;
    if (how & SMALL) {
        settings->package_max_length = 300;
        settings->http_max_head_size = 1024;
        settings->http_max_headers = 8;
        settings->websocket_max_fragments = 3;
    }
    if (how & PROXIES) {
        settings->trusted_proxies = copy("unix, 192.0.2.0/24, 2001:db8::/32");
        settings->trusted_proxy_header = what & CONTROL_FRAMES ? copy("Forwarded") : NULL;
        server->settings.max_connections_per_ip = 1;
        settings->open_proxy_protocol = begins_with_proxy();
    }
    if (how & PAGES) {
        settings->websocket_origins = copy("https://example.org, https://*.example.net, same");
        settings->websocket_subprotocol = copy("chat");
    }
    if (what & OWN_HANDSHAKE) {
        port->handled |= 1u << ES_ON_HANDSHAKE;
    }
    settings->websocket_strict = !(what & NOT_STRICT);
    settings->open_websocket_close_frame = settings->open_websocket_ping_frame = settings->open_websocket_pong_frame =
        (what & CONTROL_FRAMES) != 0;
    server->settings.websocket_compression = (what & COMPRESSION) != 0;
    server->settings.websocket_compression_context_takeover = (what & TAKEOVER) != 0;
    server->settings.websocket_compression_min_length = what & COMPRESS_ALL ? 0 : 16;
    if (what & RATE) {
        settings->websocket_rate_limit = 10;
        settings->websocket_rate_burst = 2;
        settings->websocket_rate_delay = (what & LATE) != 0;
    }
}

static void show(const char *name, const engine_run_t *run)
{
    fprintf(stderr, "%s: %u opens, %u requests, %u messages, %u turns, %zu bytes:\n", name, run->opens, run->requests,
            run->messages, run->turns, run->received.len);
    fwrite(run->received.data, 1, run->received.len, stderr);
    fputc('\n', stderr);
}

static void fail(const char *why)
{
    fprintf(stderr, "fuzz_connection: %s\n", why);
    abort();
}

static engine_run_t run_once(const es_buffer_t *script, split_t split)
{
    static const engine_end_t ends[] = {ENGINE_SHUTS_DOWN, ENGINE_CLOSES, ENGINE_WAITS, ENGINE_SHUTS_DOWN};
    engine_run_t run = {
        .prepare = prepare,
        .bytes = script->data,
        .len = script->len,
        .split = split,
        .deaf = (how & END) == END,
        .end = ends[(how & END) >> 2],
        .late = is_late(),
        .close_after = how & HOST_CLOSES ? 2 : 0,
    };
    received_t seen;

    if (run.late && run.end == ENGINE_WAITS) {
        run.end = ENGINE_SHUTS_DOWN; /* there is no limit to wait for */
    }
    payload_counts = (payload_counts_t){0};
    clock_make(true);
    if (engine_run(&run) != ES_OK) {
        fail("the server failed");
    }
    clock_make(false);
    engine_hide_dates(&run);
    /* One without its PROXY header never was a connection. */
    if (run.opens != run.closes || run.accepted != run.closed || (run.accepted != 1 && !begins_with_proxy())) {
        fail("opened and closed do not match");
    }
    if (payload_counts.live != 0) {
        fail("a payload is left");
    }
    seen = received_read(run.received.data, run.received.len);
    if (seen.fault) {
        fail(seen.fault);
    }
    if (!seen.complete && !run.deaf && run.end != ENGINE_CLOSES) {
        fail("the answer is not complete");
    }
    if (seen.messages > run.messages || (seen.upgraded && run.opens == 0)) {
        fail("more came back than was asked for");
    }
    return run;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    es_buffer_t script = {0};
    engine_run_t whole, pieces;

    if (size < 4) {
        return 0;
    }
    how = data[1];
    what = data[2];
    es_buffer_append_str(&script, handshakes[how & HANDSHAKE]);
    es_buffer_append(&script, data + 3, size - 3);
    whole = run_once(&script, (split_t){0});
    pieces = run_once(&script, (split_t){.step = data[0] == 255 ? 1 : 0, .seed = 1u + data[0]});
    if (!whole.deaf && whole.end != ENGINE_CLOSES &&
        (whole.received.len != pieces.received.len || whole.opens != pieces.opens ||
         whole.messages != pieces.messages || whole.requests != pieces.requests ||
         (whole.received.len > 0 && memcmp(whole.received.data, pieces.received.data, whole.received.len) != 0))) {
        show("whole", &whole);
        show("in pieces", &pieces);
        fail("another split gave another answer");
    }
    engine_run_destroy(&whole);
    engine_run_destroy(&pieces);
    es_buffer_destroy(&script);
    return 0;
}
