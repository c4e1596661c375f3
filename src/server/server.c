#include "server/server.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/shared.h"
#include "server/session.h"
#include "server/supervisor.h"
#include "server/system.h"
#include "server/worker.h"

/* Connections when the settings name no number, as long as the file limit allows (spec section 2.10). */
#define DEFAULT_MAX_CONNECTION 100000

es_server_t *es_server_new(const es_server_callbacks_t *callbacks, void *user)
{
    es_server_t *server = es_calloc(1, sizeof(*server));

    server->callbacks = callbacks;
    server->user = user;
    server->owner = getpid();
    server->slot = -1;
    server->control = -1;
    server->daemon_pipe = -1;
    server->unfinished.max = SIZE_MAX;
    es_settings_init(&server->settings);
    es_log_init(&server->log);
    es_list_init(&server->all);
    return server;
}

static void port_free(es_port_t *port)
{
    for (int i = 0; i < port->fd_count; i++) {
        if (port->fds[i] >= 0) {
            close(port->fds[i]);
        }
    }
    if (port->type == ES_SOCK_UNIX_STREAM && port->server->owner == getpid()) {
        unlink(port->host);
    }
    es_tls_context_release(port->tls);
    es_port_settings_destroy(&port->settings);
    es_networks_destroy(&port->trusted_proxies);
    es_free(port->fds);
    es_free(port->host);
    es_free(port);
}

void es_server_free(es_server_t *server)
{
    while (server->ports) {
        es_port_t *port = server->ports;

        server->ports = port->next;
        port_free(port);
    }
    es_settings_destroy(&server->settings);
    es_log_destroy(&server->log);
    es_free(server);
}

es_port_t *es_server_listen(es_server_t *server, const char *host, int port, es_sock_type_t type, int *error)
{
    es_port_t **end = &server->ports, *new_port;
    es_port_settings_t settings;
    int index = 0, real_port, fd;

    if (port < 0 || port > 65535) {
        *error = -ES_E_SERVER_INVALID_LISTEN_PORT;
        return NULL;
    }
    es_port_settings_init(&settings);
    fd = es_address_listen(type, host, port, (int)settings.backlog, &real_port);
    if (fd < 0) {
        *error = fd == -ENAMETOOLONG ? -ES_E_NAME_TOO_LONG : -fd;
        return NULL;
    }
    for (; *end; end = &(*end)->next) {
        index++;
    }
    new_port = es_calloc(1, sizeof(*new_port));
    new_port->server = server;
    new_port->index = index;
    new_port->host = es_strndup(host, strlen(host));
    new_port->port = real_port;
    new_port->type = type;
    new_port->fds = es_malloc(sizeof(*new_port->fds));
    new_port->fds[0] = fd;
    new_port->fd_count = 1;
    new_port->settings = settings;
    *end = new_port;
    return new_port;
}

int es_port_fd(const es_port_t *port, int slot)
{
    return port->fds[slot >= 0 && slot < port->fd_count ? slot : 0];
}

void es_server_close_ports(es_server_t *server)
{
    for (es_port_t *port = server->ports; port; port = port->next) {
        for (int i = 0; i < port->fd_count; i++) {
            if (port->fds[i] >= 0) {
                close(port->fds[i]);
                port->fds[i] = -1;
            }
        }
    }
}

void es_server_reopen_log(es_server_t *server)
{
    if (server->settings.log_file) {
        es_log_open(&server->log, server->settings.log_file);
        if (server->settings.daemonize) {
            /* What the script prints goes there, too. */
            dup2(server->log.fd, STDOUT_FILENO);
            dup2(server->log.fd, STDERR_FILENO);
        }
        es_give_log_to_user(server);
    }
}

/* --- getting ready --- */

size_t es_server_max_connection(const es_server_t *server)
{
    size_t limit = server->settings.max_connection > 0 ? (size_t)server->settings.max_connection : 0;
    struct rlimit files;

    if (limit == 0) {
        limit = DEFAULT_MAX_CONNECTION;
        /* The hard limit: es_raise_file_limit() makes it ours. */
        if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_max < limit) {
            limit = (size_t)files.rlim_max;
        }
    }
    return limit;
}

static int open_log(es_server_t *server)
{
    int error;

    server->log.level = (es_log_level_t)server->settings.log_level;
    error = server->settings.log_file ? -es_log_open(&server->log, server->settings.log_file) : 0;
    if (error) {
        snprintf(server->error, sizeof(server->error), "cannot open log_file %s: %s", server->settings.log_file,
                 strerror(error));
        return ES_E_SYSTEM;
    }
    return ES_OK;
}

static int prepare_proxies(es_port_t *port)
{
    const char *header = port->settings.trusted_proxy_header, *list = port->settings.trusted_proxies, *bad;
    char *error = port->server->error;
    size_t bad_len;

    if (list && !es_networks_parse(&port->trusted_proxies, list, &bad, &bad_len)) {
        snprintf(error, sizeof(port->server->error), "trusted_proxies: \"%.*s\" is no address or network", (int)bad_len,
                 bad);
        return ES_E_INVALID_PARAMS;
    }
    port->forwarded = header && strcasecmp(header, "Forwarded") == 0;
    if (header && !port->forwarded && strcasecmp(header, "X-Forwarded-For") != 0) {
        snprintf(error, sizeof(port->server->error),
                 "trusted_proxy_header: \"%s\" is neither \"X-Forwarded-For\" nor \"Forwarded\"", header);
        return ES_E_INVALID_PARAMS;
    }
    return ES_OK;
}

/* Ports without set() of their own inherit the primary's; callbacks fall back one by one. */
static void inherit_settings(es_server_t *server)
{
    for (es_port_t *port = server->ports->next; port; port = port->next) {
        if (!port->own_settings) {
            es_port_settings_destroy(&port->settings);
            es_port_settings_copy(&port->settings, &server->ports->settings);
        }
        port->handled |= server->ports->handled;
    }
}

/* What the settings say for every port is fixed now. */
static int prepare_ports(es_server_t *server)
{
    if (server->settings.receive_memory_limit > 0) {
        server->unfinished.max = (size_t)server->settings.receive_memory_limit;
    }
    for (es_port_t *port = server->ports; port; port = port->next) {
        if (prepare_proxies(port) != ES_OK) {
            return ES_E_INVALID_PARAMS;
        }
        port->http_limits.head = (uint32_t)port->settings.http_max_head_size;
        port->http_limits.fields = (uint32_t)port->settings.http_max_headers;
        port->http_limits.body = (uint64_t)port->settings.package_max_length;
        port->http_limits.unfinished = &server->unfinished;
        port->rules.ops = server->callbacks->payload;
        port->rules.pool = &server->ws_pool;
        port->rules.unfinished = &server->unfinished;
        port->rules.max_message = (uint64_t)port->settings.package_max_length;
        port->rules.max_fragments = (uint32_t)port->settings.websocket_max_fragments;
        port->rules.require_mask = port->settings.websocket_strict;
        /* Every worker accepts from a socket of its own, so that the kernel spreads the connections. */
        port->fds = es_realloc(port->fds, (size_t)server->worker_count * sizeof(*port->fds));
        port->fd_count =
            es_address_listen_more(port->type, port->fds, server->worker_count, (int)port->settings.backlog);
        if (port->fd_count < 1) {
            port->fd_count = 1;
            snprintf(server->error, sizeof(server->error), "cannot listen on %s:%d: %s", port->host, port->port,
                     strerror(errno));
            return ES_E_SYSTEM;
        }
    }
    return ES_OK;
}

/* Memory and mailboxes that all processes share. */
static int prepare_shared(es_server_t *server)
{
    size_t workers = ((size_t)server->process_count + 1) * sizeof(*server->workers), ports = 0;
    _Atomic uint64_t *counters;
    int status = ES_E_NOMEM;

    for (es_port_t *port = server->ports; port; port = port->next) {
        ports++;
    }
    server->shared_size = workers + ports * sizeof(*counters);
    server->shared = es_shared_map(server->shared_size);
    if (server->shared) {
        server->workers = server->shared;
        server->stats = &es_server_own_record(server)->stats;
        counters = (void *)((char *)server->shared + workers);
        for (es_port_t *port = server->ports; port; port = port->next) {
            port->connections = counters++;
        }
        status = es_session_table_init(&server->sessions, es_server_max_connection(server));
    }
    if (status == ES_OK && server->settings.max_connections_per_ip > 0) {
        status = es_address_table_init(&server->addresses, server->sessions.limit);
    }
    if (status == ES_OK) {
        /* NOLINTNEXTLINE(bugprone-sizeof-expression): an array of pointers */
        server->local = es_calloc(server->sessions.limit, sizeof(*server->local));
        if (es_server_is_supervised(server)) {
            status = es_post_init(&server->post, server->process_count);
        }
    }
    if (status != ES_OK) {
        snprintf(server->error, sizeof(server->error), "no shared memory or mailboxes: %s", strerror(errno));
    }
    return status;
}

static void release_shared(es_server_t *server)
{
    es_post_destroy(&server->post);
    es_free(server->spare_reader);
    server->spare_reader = NULL;
    es_ws_hasher_destroy(&server->ws_hasher);
    es_ws_pool_destroy(&server->ws_pool);
    es_buffer_destroy(&server->ws_packed.packed);
    es_buffer_destroy(&server->ws_packed.plain);
    es_session_table_destroy(&server->sessions);
    es_address_table_destroy(&server->addresses);
    es_free(server->local);
    server->local = NULL;
    if (server->shared) {
        server->final_stats = es_server_sum_stats(server);
        es_shared_unmap(server->shared, server->shared_size);
        server->shared = NULL;
        server->workers = NULL;
        server->stats = NULL;
        for (es_port_t *port = server->ports; port; port = port->next) {
            port->connections = NULL;
        }
    }
}

/* All fields are counters of one type. */
es_stats_t es_server_sum_stats(const es_server_t *server)
{
    es_stats_t sum = server->final_stats;

    for (int i = 0; server->workers && i <= server->process_count; i++) {
        const uint64_t *from = (const uint64_t *)&server->workers[i].stats;
        uint64_t *to = (uint64_t *)&sum;

        for (size_t k = 0; k < sizeof(sum) / sizeof(*to); k++) {
            to[k] += from[k];
        }
    }
    return sum;
}

bool es_server_is_supervised(const es_server_t *server)
{
    return server->with_master || server->settings.worker_num > 1 || server->settings.task_worker_num > 0 ||
           server->user_count > 0 || server->settings.max_request > 0;
}

static int prepare(es_server_t *server)
{
    bool supervised;
    int status;

    es_settings_complete(&server->settings);
    supervised = es_server_is_supervised(server);
    inherit_settings(server);
    status = es_server_open_tls(server);
    if (status == ES_OK) {
        status = open_log(server);
    }
    server->worker_count = supervised ? (int)server->settings.worker_num : 1;
    server->task_count = (int)server->settings.task_worker_num;
    server->process_count = server->worker_count + server->task_count + server->user_count;
    if (status == ES_OK && server->settings.daemonize) {
        status = es_daemon_begin(server);
    }
    server->master_pid = getpid();
    if (status == ES_OK && server->settings.pid_file) {
        status = es_write_pid_file(server);
    }
    if (status == ES_OK) {
        es_raise_file_limit(server);
        es_give_log_to_user(server);
        status = prepare_ports(server);
    }
    if (status == ES_OK) {
        status = prepare_shared(server);
    }
    if (status == ES_OK && server->settings.daemonize) {
        es_daemon_ready(server);
    } else if (server->daemon_pipe >= 0) {
        close(server->daemon_pipe); /* the process that waits for us learns that it failed */
        server->daemon_pipe = -1;
    }
    return status;
}

int es_server_run(es_server_t *server)
{
    const es_server_callbacks_t *callbacks = server->callbacks;
    int status = prepare(server);

    server->start_time = time(NULL);
    if (status == ES_OK && es_server_is_supervised(server)) {
        status = es_supervisor_run(server);
    } else if (status == ES_OK) {
        server->role = ES_ROLE_WORKER;
        server->slot = 0;
        server->stats = &server->workers[0].stats;
        server->state = ES_SERVER_RUNNING;
        atomic_store(&server->workers[0].pid, (int32_t)getpid());
        status = es_worker_run(server, -1, NULL) == 0 || server->aborted ? ES_OK : ES_E_SYSTEM;
    }
    release_shared(server);
    server->state = ES_SERVER_STOPPED;
    if (status == ES_IN_CHILD) {
        return status;
    }
    es_server_close_ports(server);
    if (server->settings.pid_file && server->master_pid == getpid()) {
        unlink(server->settings.pid_file);
    }
    if (status == ES_OK) {
        callbacks->on_shutdown(server);
    }
    server->role = ES_ROLE_NONE;
    return status;
}

/* --- ending --- */

void es_server_stop(es_server_t *server)
{
    if (server->supervisor) {
        es_supervisor_stop(server);
    } else if (server->control >= 0) {
        es_supervisor_tell(server, ES_CONTROL_SHUTDOWN, false);
    } else if (server->worker) {
        es_worker_stop(server);
    }
}

bool es_server_reload(es_server_t *server, bool only_tasks)
{
    if (server->supervisor) {
        return es_supervisor_reload(server, only_tasks);
    }
    return server->control >= 0 && !atomic_load(&server->workers[server->process_count].reloading) &&
           es_supervisor_tell(server, ES_CONTROL_RELOAD, only_tasks) == ES_OK;
}

void es_server_retire(es_server_t *server)
{
    if (server->worker) {
        es_worker_retire(server);
    } else if (server->role != ES_ROLE_USER) {
        es_server_stop(server);
    }
}

void es_server_count_request(es_server_t *server)
{
    server->stats->requests++;
    if (server->requests_left > 0 && --server->requests_left == 0) {
        es_log_write(&server->log, ES_LOG_DEBUG, "worker %d has served max_request", server->slot);
        es_server_retire(server);
    }
}

void es_server_abort(es_server_t *server)
{
    server->aborted = true;
    if (server->loop.base) {
        es_loop_stop(&server->loop);
    }
}

void es_server_session_gone(es_server_t *server)
{
    if (server->state == ES_SERVER_STOPPING && es_list_empty(&server->all)) {
        es_loop_stop(&server->loop);
    }
}

/* --- asking --- */

/* Most that receive are answered: nothing of the table need be looked at then. */
static bool is_receiving(const es_server_t *server, int64_t id)
{
    return server->receiving && id > 0 && es_session_id(server->receiving) == id;
}

es_record_t *es_server_find(const es_server_t *server, int64_t id)
{
    return is_receiving(server, id) ? server->receiving->rec : es_session_table_find(&server->sessions, id);
}

es_session_t *es_server_session(const es_server_t *server, int64_t id)
{
    es_record_t *record;

    if (is_receiving(server, id)) {
        return server->receiving;
    }
    record = es_session_table_find(&server->sessions, id);
    return record ? server->local[es_record_number(&server->sessions, record)] : NULL;
}

const char *es_server_date(es_server_t *server)
{
    time_t now = (time_t)es_loop_unix_time(&server->loop, es_loop_now(&server->loop));

    if (now != server->date_second) {
        server->date_second = now;
        es_http_date(server->date, now);
    }
    return server->date;
}
