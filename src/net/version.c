#include <event2/event.h>
#include <openssl/crypto.h>
#include <openssl/opensslv.h>
#include <zlib.h>

#include "net/version.h"

void es_libraries(es_library_t out[ES_LIBRARIES])
{
    out[0] = (es_library_t){"libevent", LIBEVENT_VERSION, event_get_version()};
    out[1] = (es_library_t){"OpenSSL", OPENSSL_VERSION_TEXT, OpenSSL_version(OPENSSL_VERSION)};
    out[2] = (es_library_t){"zlib", ZLIB_VERSION, zlibVersion()};
}
