#ifndef ES_FUZZ_RECEIVED_H
#define ES_FUZZ_RECEIVED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a strict client thinks of the bytes that a server sent; reads them in a way of its own. */

typedef struct received {
    unsigned responses; /* complete ones, 1xx but 101 left out */
    bool upgraded;      /* one of them was a 101 */
    unsigned messages;  /* complete ones */
    bool closed;        /* a close frame came */
    const char *fault;  /* what is wrong with them; NULL: nothing */
    bool complete;      /* they do not end inside a response, frame or message */
} received_t;

/** Reads all that a connection brought. */
received_t received_read(const char *bytes, size_t len);

#endif
