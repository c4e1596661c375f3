#include "server/server.h"

#include <stdio.h>

#include "server/system.h"

/* The TLS contexts of ports: made at start, renewed while the server runs. */

/* The files are read again later, when the working directory may be another one. */
static void make_paths_absolute(es_tls_options_t *options)
{
    es_make_absolute(&options->cert_file);
    es_make_absolute(&options->key_file);
    es_make_absolute(&options->dhparam);
    es_make_absolute(&options->client_cert_file);
    es_make_absolute(&options->cafile);
    es_make_absolute(&options->capath);
    for (size_t i = 0; i < options->name_count; i++) {
        es_make_absolute(&options->names[i].cert_file);
        es_make_absolute(&options->names[i].key_file);
    }
}

int es_server_open_tls(es_server_t *server)
{
    bool has_keys = false;

    for (es_port_t *port = server->ports; port; port = port->next) {
        if (!port->ssl) {
            continue;
        }
        has_keys = has_keys || es_tls_new_ticket_keys(server->ticket_keys);
        if (!has_keys) {
            snprintf(server->error, sizeof(server->error), "no random numbers for TLS");
            return ES_E_SYSTEM;
        }
        make_paths_absolute(&port->settings.tls);
        port->tls = es_tls_context_new(&port->settings.tls, server->ticket_keys, server->error, sizeof(server->error));
        if (!port->tls) {
            return ES_E_INVALID_PARAMS;
        }
    }
    return ES_OK;
}

int es_server_renew_tls(es_server_t *server)
{
    char error[sizeof(server->error)];
    int renewed = 0;
    bool failed = false;

    for (es_port_t *port = server->ports; port; port = port->next) {
        es_tls_context_t *context;

        if (!port->tls) {
            continue;
        }
        context = es_tls_context_new(&port->settings.tls, server->ticket_keys, error, sizeof(error));
        if (context) {
            es_tls_context_release(port->tls);
            port->tls = context;
            renewed++;
        } else {
            es_log_write(&server->log, ES_LOG_WARNING, "%s:%d goes on with the certificates it has: %s", port->host,
                         port->port, error);
            failed = true;
        }
    }
    return failed ? -1 : renewed;
}

bool es_server_renew_tls_at_hup(es_server_t *server)
{
    int renewed = es_server_renew_tls(server);

    if (renewed >= 0) {
        es_log_write(&server->log, ES_LOG_INFO,
                     renewed ? "SIGHUP: certificates are read again" : "SIGHUP: nothing to read again");
    }
    return renewed > 0;
}
