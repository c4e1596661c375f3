#ifndef ES_BASE_LIMIT_H
#define ES_BASE_LIMIT_H

/**
 * Everything that is bounded. Who runs into a bound names it, so that each has a counter of its own
 * (Server::stats()) and a line in docs/security.md.
 */
typedef enum es_limit {
    ES_LIMIT_NONE,
    ES_LIMIT_HEAD,         /* bytes of a request's head, or of its trailers */
    ES_LIMIT_TARGET,       /* bytes of a request's target */
    ES_LIMIT_FIELDS,       /* fields of a request */
    ES_LIMIT_BODY,         /* bytes of a request's body */
    ES_LIMIT_MESSAGE,      /* bytes of a message */
    ES_LIMIT_INFLATED,     /* bytes of a message that came compressed */
    ES_LIMIT_FRAGMENTS,    /* frames of a message */
    ES_LIMIT_MEMORY,       /* the memory that a message or a body needs was refused */
    ES_LIMIT_MESSAGE_RATE, /* messages per second of a connection */
    ES_LIMIT_REQUEST_TIME, /* from the accept, or a request's first byte, to its last */
    ES_LIMIT_CLOSE_TIME,   /* the closing handshake */
    ES_LIMIT_IDLE_TIME,    /* without traffic, or an answer to a ping */
    ES_LIMIT_OUTPUT,       /* bytes that wait to be sent on a connection */
    ES_LIMIT_OUTPUT_TIME,  /* how long they wait */
    ES_LIMIT_CONNECTIONS,  /* of the whole server */
    ES_LIMIT_ADDRESS,      /* connections of one address */
    ES_LIMIT_ACCEPT_RATE,  /* connections per second */
    ES_LIMIT_DESCRIPTORS,  /* files and memory of the system */
    ES_LIMITS              /* how many there are */
} es_limit_t;

#endif
