/*
 * The bytes of a measurement, made before it begins: what a client sends, and what has to come back.
 */
#ifndef BENCH_TRAFFIC_H
#define BENCH_TRAFFIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** One message, over and over. Clients share a few of these, so that an answer to the wrong client is noticed. */
typedef struct traffic {
    uint8_t *out;     /* `depth` equal requests in a row, so that one send() takes them all */
    size_t out_len;   /* bytes of one of them */
    size_t depth;     /* how many there are */
    uint8_t *in;      /* one answer; NULL until traffic_learn() */
    size_t in_len;    /* bytes of it */
    size_t hole;      /* where bytes of the answer begin that change from one to the next … */
    size_t hole_len;  /* … and how many these are: the time in an HTTP answer */
    uint8_t *payload; /* what the message says */
    size_t payload_len;
} traffic_t;

/** An echoed message: a masked frame out, the same payload in a frame back. `variant` makes payloads and masks differ.
 */
void traffic_echo(traffic_t *t, size_t size, bool binary, size_t depth, unsigned variant);

/** The same with a compressed frame (RFC 7692, no context takeover) of text that looks like JSON. The answer is to be
 * learned. */
void traffic_deflate(traffic_t *t, size_t size, size_t depth, unsigned variant);

/** GET requests on a connection that is kept. The answer is to be learned. */
void traffic_http(traffic_t *t, const char *host, const char *path, size_t depth);

/**
 * Takes an answer as the one to compare all others with, if it is right: status 200 and a body "hello", or a compressed
 * frame that inflates to the payload.
 *
 * @return bytes of the answer, which is whole and right; 0 when more bytes are needed; -1 when it is wrong.
 */
long traffic_learn(traffic_t *t, const uint8_t *data, size_t len);

/** Whether `len` bytes are what has to come at position `at` of an answer, and of the answers after it. */
bool traffic_matches(const traffic_t *t, size_t at, const uint8_t *data, size_t len);

/**
 * CPU microseconds of zlib alone for one message: inflate what a client sends, deflate what a server answers. In turn
 * for each of `count` messages, because one that repeats itself is cheaper than any server's; `rounds` times.
 */
double traffic_zlib_cost(const traffic_t *messages, size_t count, int rounds);

#endif
