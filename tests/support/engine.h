#ifndef ES_TESTS_ENGINE_H
#define ES_TESTS_ENGINE_H

#include "server/server.h"
#include "support/trace.h"

/*
 * The whole server without PHP, for the length of one connection: a client sends a script of bytes, the server echoes
 * messages and answers requests, and what came back is written down. Shared by unit tests and fuzz targets.
 */

/* What the client does when everything is sent. */
typedef enum engine_end {
    ENGINE_SHUTS_DOWN, /* says that it sends no more, and reads on */
    ENGINE_CLOSES,     /* closes, as soon as it has read what is there */
    ENGINE_WAITS,      /* for the server to end the connection */
} engine_end_t;

typedef struct engine_run {
    /* What is asked for. */
    void (*prepare)(es_server_t *server, es_port_t *port); /* sets options; NULL: the defaults of a WebSocket server */
    const char *bytes;                                     /* what the client sends */
    size_t len;
    split_t split; /* a piece of it per turn of the loop */
    bool tcp;      /* connect to the listening socket; false: the server is given one end of a socket pair */
    bool deaf;     /* the client reads nothing until the server's end */
    engine_end_t end;
    void (*each_turn)(es_server_t *server); /* looks on, and meddles; NULL: nobody does */
    bool late;                              /* requests are answered later, in two parts */
    unsigned close_after;                   /* messages after which the server closes; 0: it does not */

    /* What came of it. The buffer is the caller's to destroy. */
    es_buffer_t received;
    bool reset;             /* the client saw its connection break */
    unsigned opens, closes; /* calls of on_open and on_close */
    unsigned messages, requests;
    uint64_t accepted, closed; /* as the server counts them */
    unsigned turns;            /* of the loop */
} engine_run_t;

/* The client's way to say that it sends no more: shutdown(2), unless a test lets that fail. */
extern int (*engine_shutdown)(int fd, int how);

/** Runs until the connection is gone. @return what es_server_run() did */
int engine_run(engine_run_t *run);

/** Blots out the Date fields of what came back: two runs may see two seconds. */
void engine_hide_dates(engine_run_t *run);

/** Frees what a run wrote down. */
void engine_run_destroy(engine_run_t *run);

#endif
