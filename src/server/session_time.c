#include "server/session.h"

#include <string.h>

/*
 * A session has one timeout, which means what its state says: a request has to become complete, a peer must not
 * stay silent, queued bytes have to leave, input that was put off goes on. Nothing is done per message: the look comes
 * when a limit would be reached if nothing had happened since the last one.
 */

static void time_out(es_session_t *s, es_limit_t limit, const char *reason)
{
    const es_close_t why = {.by = ES_CLOSER_TIMEOUT,
                            .reset = limit != ES_LIMIT_REQUEST_TIME,
                            .code = s->protocol == ES_PROTOCOL_WEBSOCKET ? ES_WS_CLOSE_ABNORMAL : 0,
                            .reason = reason,
                            .reason_len = strlen(reason)};

    s->port->server->stats->limits[limit]++;
    if (s->request) {
        es_http_refuse(s, 408, NULL, &why);
    } else {
        es_session_close(s, &why);
    }
}

static double sooner(double a, double b)
{
    return a > 0 && (b <= 0 || a < b) ? a : b;
}

static double heartbeat_limit(const es_session_t *s)
{
    const es_settings_t *server = &s->port->server->settings;

    return server->heartbeat_check_interval > 0 && !s->rec->protected ? server->heartbeat_idle_time : 0;
}

/* When the ping went out that waits for its answer; 0: there is none. */
static double ping_sent(const es_session_t *s)
{
    return es_session_extra(s)->ping_sent;
}

static bool pings(const es_session_t *s)
{
    return s->port->settings.websocket_ping_interval > 0 && s->protocol == ES_PROTOCOL_WEBSOCKET;
}

static double unheard(const es_session_t *s, double now)
{
    return now - s->rec->last_recv;
}

static bool is_silent(const es_session_t *s, double now)
{
    return unheard(s, now) >= s->port->settings.websocket_ping_interval;
}

/* Without traffic in either direction. */
static double unused(const es_session_t *s, double now)
{
    return now - (s->rec->last_send > s->rec->last_recv ? s->rec->last_send : s->rec->last_recv);
}

/* Why an idle connection ends now, or NULL. */
static const char *idle_too_long(const es_session_t *s, double now)
{
    const es_port_settings_t *port = &s->port->settings;

    if (heartbeat_limit(s) > 0 && unheard(s, now) >= heartbeat_limit(s)) {
        return "nothing was received for heartbeat_idle_time";
    }
    if (port->max_idle_time > 0 && unused(s, now) >= port->max_idle_time) {
        return "no traffic for max_idle_time";
    }
    return ping_sent(s) > 0 && now - ping_sent(s) >= port->websocket_pong_timeout ? "no answer to a ping" : NULL;
}

/* Seconds until an idle connection has to be looked at again; 0: never. */
static double next_look(const es_session_t *s, double now)
{
    const es_port_settings_t *port = &s->port->settings;
    double due = es_session_extra(s)->output_due, next = due > 0 ? sooner(due - now, 0) : 0;

    if (heartbeat_limit(s) > 0) {
        next = sooner(heartbeat_limit(s) - unheard(s, now), next);
    }
    if (port->max_idle_time > 0) {
        next = sooner(port->max_idle_time - unused(s, now), next);
    }
    if (pings(s)) {
        if (ping_sent(s) > 0) {
            next = sooner(ping_sent(s) + port->websocket_pong_timeout - now, next);
        }
        /* The answer may come at once: then the next ping is due before that limit. */
        next = sooner(
            ping_sent(s) > 0 ? port->websocket_ping_interval : port->websocket_ping_interval - unheard(s, now), next);
    }
    if (s->port->server->settings.heartbeat_check_interval > 0 && s->rec->protected) {
        next = sooner(s->port->server->settings.heartbeat_check_interval, next); /* protect() may be taken back */
    }
    return next;
}

void es_session_watch_idle(es_session_t *s)
{
    double now = es_loop_now(s->conn.loop), next;
    const char *reason;

    /* Not by which came first: the answer's time may be that of another process, whose turn began before the ping. */
    if (ping_sent(s) > 0 && !is_silent(s, ping_sent(s))) {
        s->extra->ping_sent = 0;
    }
    reason = idle_too_long(s, now);
    if (reason) {
        time_out(s, ES_LIMIT_IDLE_TIME, reason);
        return;
    }
    if (pings(s) && ping_sent(s) <= 0 && is_silent(s, now)) {
        const es_output_ref_t nothing = {.data = ""};

        es_session_add_extra(s)->ping_sent = now;
        es_ws_push(s, ES_WS_PING, ES_WS_FLAG_FIN, &nothing);
    }
    next = next_look(s, now);
    if (next > 0) {
        es_timeout_set(s->conn.loop, &s->conn.timeout, next);
    }
}

void es_session_watch_again(es_session_t *s)
{
    double limit = s->port->settings.handshake_timeout;

    if (s->protocol == ES_PROTOCOL_HTTP && s->exchange == 0) {
        double left = limit - (es_loop_now(s->conn.loop) - s->rec->connect_time);

        if (limit > 0) {
            es_timeout_set(s->conn.loop, &s->conn.timeout, left > 0 ? left : 0);
        }
    } else {
        es_session_watch_idle(s);
    }
}

/*
 * Whatever is queued now must have left in time; what is queued later is looked at when that has. A queue that is
 * longer than it may become by many messages (one very large answer) has more time.
 */
void es_session_watch_output(es_session_t *s, size_t sent)
{
    double limit = s->port->settings.output_timeout, seconds;
    es_session_extra_t *extra = s->extra;

    if (!s->conn.write_blocked || limit <= 0 || s->phase != ES_SESSION_OPEN) {
        if (extra) {
            extra->output_due = 0;
        }
        return;
    }
    extra = es_session_add_extra(s);
    if (extra->output_due <= 0 || sent >= extra->output_left) {
        uint64_t portions = 1 + s->conn.out.len / (uint64_t)s->port->settings.socket_buffer_size;

        seconds = limit * (double)portions;
        extra->output_left = s->conn.out.len;
        extra->output_due = es_loop_now(s->conn.loop) + seconds;
        es_timeout_set_sooner(s->conn.loop, &s->conn.timeout, seconds);
    } else {
        extra->output_left -= sent;
    }
}

void es_session_throttle(es_session_t *s, double seconds)
{
    s->throttled = true;
    es_conn_read(&s->conn, false);
    es_timeout_set(s->conn.loop, &s->conn.timeout, seconds);
}

void es_session_timed_out(es_session_t *s)
{
    double output_due;

    if (s->phase != ES_SESSION_OPEN) {
        s->port->server->stats->limits[ES_LIMIT_CLOSE_TIME]++;
        es_conn_abort(&s->conn);
        return;
    }
    if (s->throttled) {
        s->throttled = false;
        s->rec->last_recv = es_loop_now(s->conn.loop); /* it was not silent: nobody listened */
        es_http_resume(s);
        if (!es_session_alive(s) || s->throttled) {
            return;
        }
    }
    output_due = es_session_extra(s)->output_due;
    if (output_due > 0 && es_loop_now(s->conn.loop) >= output_due) {
        time_out(s, ES_LIMIT_OUTPUT_TIME, "the client does not read");
    } else if (s->request) {
        time_out(s, ES_LIMIT_REQUEST_TIME, "the request did not become complete");
    } else if (s->protocol == ES_PROTOCOL_HTTP && s->exchange == 0) {
        time_out(s, ES_LIMIT_REQUEST_TIME, "no request came");
    } else if (!s->responding) {
        es_session_watch_idle(s);
    } else if (output_due > 0) {
        es_timeout_set(s->conn.loop, &s->conn.timeout, output_due - es_loop_now(s->conn.loop));
    }
}
