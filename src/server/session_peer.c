#include <string.h>

#include "proto/http_forwarded.h"
#include "server/session.h"

/* Whose a session is: the address at the other end of the connection, or whom a proxy speaks for. */

void es_session_uncount(es_server_t *server, es_record_t *record)
{
    if (record->counted) {
        record->counted = false;
        es_address_table_remove(&server->addresses, &server->sessions, &record->peer);
    }
}

bool es_session_set_client(es_session_t *s, const es_address_t *client)
{
    es_server_t *server = s->port->server;
    int64_t max = server->settings.max_connections_per_ip;

    /* NOLINTNEXTLINE(bugprone-*,cert-*): what looks different and is not is only counted anew */
    if (s->rec->counted && memcmp(&s->rec->peer, client, sizeof(*client)) == 0) {
        return true;
    }
    es_session_uncount(server, s->rec);
    s->rec->peer = *client;
    /* A trusted proxy has as many connections as it needs. */
    if (max > 0 && !es_networks_hold(&s->port->trusted_proxies, client)) {
        s->rec->counted = es_address_table_add(&server->addresses, &server->sessions, client, (uint32_t)max);
        if (!s->rec->counted) {
            server->stats->limits[ES_LIMIT_ADDRESS]++;
            return false;
        }
    }
    return true;
}

/*
 * The list's end is next to us. A hop is taken as the client when all behind it are trusted, since those only tell what
 * they saw; what it says of hops in front of it, anybody could have written. When a hop cannot be read, the nearest one
 * behind it stands for it.
 */
static es_address_t client_of(const es_session_t *s, const es_http_request_t *request)
{
    const char *name = s->port->forwarded ? "forwarded" : "x-forwarded-for", *node;
    es_http_forwarded_t list = {0};
    const es_address_t *peer = &es_session_extra(s)->peer;
    es_address_t client = *peer, hop;
    bool known = false;
    size_t len;

    while (es_http_forwarded_next(&list, request, name, &node, &len)) {
        if (!node || !es_address_parse(&hop, node, len)) {
            client = *peer;
            known = false;
        } else if (!known || !es_networks_hold(&s->port->trusted_proxies, &hop)) {
            client = hop;
            known = true;
        }
    }
    return client;
}

bool es_session_ask_proxy(es_session_t *s, const es_http_request_t *request)
{
    es_address_t client;

    if (!s->behind_proxy) {
        return true;
    }
    client = client_of(s, request);
    return es_session_set_client(s, &client);
}
