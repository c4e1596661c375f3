#ifndef ES_NET_VERSION_H
#define ES_NET_VERSION_H

/** A library this extension stands on. Both texts are static. */
typedef struct es_library {
    const char *name;
    const char *built;   /* version of the headers it was compiled with */
    const char *running; /* version of the library that is loaded */
} es_library_t;

enum {
    ES_LIBRARIES = 3
};

/** Fills in libevent, OpenSSL and zlib, in this order. */
void es_libraries(es_library_t out[ES_LIBRARIES]);

#endif
