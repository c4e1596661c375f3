#include <stdlib.h>
#include <string.h>

#include "support/trace.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first byte chooses the split and the largest body; the rest is what a client sent. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    es_buffer_t whole = {0}, bytewise = {0}, pieces = {0};
    uint64_t max_body;

    if (size < 2) {
        return 0;
    }
    max_body = (data[0] & 1) != 0 ? 32 : 1 << 20;
    trace_http(&whole, (const char *)data + 1, size - 1, max_body, (split_t){0});
    trace_http(&bytewise, (const char *)data + 1, size - 1, max_body, (split_t){.step = 1});
    trace_http(&pieces, (const char *)data + 1, size - 1, max_body, (split_t){.seed = 1u + data[0]});
    if (whole.len != bytewise.len || memcmp(whole.data, bytewise.data, whole.len) != 0 || whole.len != pieces.len ||
        memcmp(whole.data, pieces.data, whole.len) != 0) {
        abort();
    }
    es_buffer_destroy(&whole);
    es_buffer_destroy(&bytewise);
    es_buffer_destroy(&pieces);
    return 0;
}
