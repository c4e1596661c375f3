#include <stdlib.h>
#include <string.h>

#include "support/trace.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first byte chooses the split and the rules; the rest is what a client sent. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    es_buffer_t whole = {0}, bytewise = {0}, pieces = {0};
    es_ws_rules_t rules = {.ops = &payload_ops, .max_fragments = 8};

    if (size < 2) {
        return 0;
    }
    rules.require_mask = (data[0] & 1) != 0;
    rules.max_message = (data[0] & 2) != 0 ? 200 : 1 << 20;
    trace_ws(&whole, data + 1, size - 1, &rules, (split_t){0});
    trace_ws(&bytewise, data + 1, size - 1, &rules, (split_t){.step = 1});
    trace_ws(&pieces, data + 1, size - 1, &rules, (split_t){.seed = 1u + data[0]});
    if (whole.len != bytewise.len || whole.len != pieces.len ||
        (whole.len > 0 &&
         (memcmp(whole.data, bytewise.data, whole.len) != 0 || memcmp(whole.data, pieces.data, whole.len) != 0))) {
        abort();
    }
    if (payload_counts.live != 0) {
        abort();
    }
    es_buffer_destroy(&whole);
    es_buffer_destroy(&bytewise);
    es_buffer_destroy(&pieces);
    return 0;
}
