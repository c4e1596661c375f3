/*
 * One connection of the load generator.
 */
#ifndef BENCH_CLIENT_H
#define BENCH_CLIENT_H

#include "traffic.h"
#include <openssl/ssl.h>

/** Where clients connect to, and what they ask for. */
typedef struct target {
    const char *host; /* an IPv4 address */
    int port;
    const char *path;
    const char *headers; /* more header lines, each with its CRLF; "" for none */
    bool tls, deflate;
    double patience;    /* seconds that a blocking call waits */
    SSL_CTX *context;   /* of target_init(), with tls */
    char request[4096]; /* the upgrade request, of target_init() */
    size_t request_len;
} target_t;

typedef struct client {
    int fd;
    SSL *tls; /* NULL without TLS */
    traffic_t *traffic;
    size_t out_at;   /* position in traffic->out */
    size_t out_left; /* bytes that are still to be sent, from there on and round and round */
    size_t in_at;    /* position in traffic->in */
} client_t;

/** Makes the request. Every failure from here on ends the process with a message and status 1: a wrong server is not
 * measured. */
void target_init(target_t *target);

/** Says what is wrong and ends the process with status 1. */
void fail(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));

/** Opens TCP (and TLS); `number` spreads clients over source addresses, each of which has but 28,000 ports. Blocking.
 */
void client_connect(client_t *c, const target_t *target, unsigned number);

/** Sends the upgrade request; blocking. */
void client_request_upgrade(client_t *c, const target_t *target);

/** Whether the bytes are the whole of a right answer to the upgrade request; false: more are needed. Fails when it is
 * wrong. */
bool client_is_upgraded(const target_t *target, const char *answer, size_t len);

/** Waits for the whole answer to it. */
void client_await_upgrade(client_t *c, const target_t *target);

/** Sends one message; blocking. */
void client_send_one(client_t *c);

/** Waits for the right answer to it, which is learned when the traffic has none yet. */
void client_await_answer(client_t *c);

/** From now on nothing blocks. */
void client_unblock(client_t *c);

/** Sends what is to be sent, as far as the kernel takes it. */
void client_flush(client_t *c);

/**
 * Receives all there is and compares it with what has to come.
 *
 * @param messages counts what came, with fractions: of large messages few come within a measurement.
 * @return how many answers have become complete.
 */
size_t client_receive(client_t *c, double *messages);

/** Closes TCP. */
void client_close(client_t *c);

#endif
