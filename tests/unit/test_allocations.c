#include "unit.h"

#include "base/memory.h"
#include "base/status.h"
#include "server/session.h"
#include "support/engine.h"

/*
 * In the steady state a message costs no memory but its payload, which is the host's. The linker puts these functions
 * in front of those of base/memory.h, which everything else takes its memory from.
 */

static unsigned allocations;

void *__real_es_malloc(size_t size);
void *__wrap_es_malloc(size_t size);
void *__wrap_es_malloc(size_t size)
{
    allocations++;
    return __real_es_malloc(size);
}

void *__real_es_calloc(size_t count, size_t size);
void *__wrap_es_calloc(size_t count, size_t size);
void *__wrap_es_calloc(size_t count, size_t size)
{
    allocations++;
    return __real_es_calloc(count, size);
}

void *__real_es_realloc(void *block, size_t size);
void *__wrap_es_realloc(void *block, size_t size);
void *__wrap_es_realloc(void *block, size_t size)
{
    allocations++;
    return __real_es_realloc(block, size);
}

#define UPGRADE                                                                                                        \
    "GET / HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"          \
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nPadding: "

static void append_frame(es_buffer_t *script, uint8_t opcode, size_t len)
{
    uint8_t header[ES_WS_MAX_HEADER];
    static const uint8_t key[4];

    es_buffer_append(script, header, es_ws_header_write(header, opcode, ES_WS_FLAG_FIN, len, key));
    memset(es_buffer_reserve(script, len), 'x', len);
    script->len += len;
}

/* How often the server takes memory for a connection that sends `count` messages, one in each turn of the loop. */
static unsigned count_for(uint8_t opcode, size_t len, unsigned count)
{
    es_buffer_t script = {0};
    engine_run_t run = {0};
    unsigned taken;

    /* A handshake that fills whole pieces, so that each of the others is one frame. */
    run.split.step = len + (len < 126 ? 6 : 8);
    es_buffer_append_str(&script, UPGRADE);
    while ((script.len + 4) % run.split.step != 0) {
        es_buffer_append_str(&script, "x");
    }
    es_buffer_append_str(&script, "\r\n\r\n");
    for (unsigned i = 0; i < count; i++) {
        append_frame(&script, opcode, len);
    }
    run.bytes = script.data;
    run.len = script.len;
    es_buffer_reserve(&run.received, 4096 + count * (len + 16)); /* the client is not to be counted */
    allocations = 0;
    assert_int_equal(engine_run(&run), ES_OK);
    assert_true(run.received.len > count * len);
    taken = allocations;
    engine_run_destroy(&run);
    es_buffer_destroy(&script);
    return taken;
}

static void messages_take_no_memory(void **state)
{
    static const uint8_t opcodes[] = {ES_WS_TEXT, ES_WS_BINARY, ES_WS_PING};
    static const size_t sizes[] = {0, 1, 64, 125, 1000};

    (void)state;
    for (size_t i = 0; i < COUNT(opcodes); i++) {
        for (size_t k = 0; k < COUNT(sizes) && (opcodes[i] != ES_WS_PING || sizes[k] <= 125); k++) {
            unsigned few = count_for(opcodes[i], sizes[k], 20), many = count_for(opcodes[i], sizes[k], 520);

            if (many != few) {
                fail_msg("opcode %u, %zu bytes: 20 messages take memory %u times, 520 messages %u times", opcodes[i],
                         sizes[k], few, many);
            }
        }
    }
}

/* What a connection that does nothing holds, with some 55 bytes of libevent, malloc and the tables' indexes: under 512.
 */
static void idle_connections_are_small(void **state)
{
    (void)state;
    if (sizeof(void *) == 8) {
        assert_in_range(sizeof(es_session_t), 1, 312); /* 320 for malloc */
        assert_in_range(sizeof(es_record_t), 1, 128);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(messages_take_no_memory),
        cmocka_unit_test(idle_connections_are_small),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
