#include "server/mail.h"

#include <string.h>

#include "base/memory.h"

/* --- sending --- */

static int post(es_server_t *server, int to, es_mail_type_t type, int64_t id, int64_t arg, uint32_t flags,
                const void *payload, size_t len)
{
    const es_mail_t mail = {
        .type = (uint16_t)type, .from = (uint16_t)server->slot, .flags = flags, .id = id, .arg = arg, .len = len};

    return es_post_send(&server->post, to, &mail, payload);
}

es_record_t *es_server_record(const es_server_t *server, int64_t id)
{
    es_record_t *record = es_server_find(server, id);

    return record && !record->closing ? record : NULL;
}

int es_server_missing(const es_server_t *server, int64_t id)
{
    if (es_server_find(server, id)) {
        return ES_E_SESSION_CLOSING;
    }
    return id > 0 && id <= es_session_table_last_id(&server->sessions) ? ES_E_SESSION_CLOSED : ES_E_SESSION_NOT_EXIST;
}

int es_server_send(es_server_t *server, int64_t id, const void *bytes, size_t len)
{
    es_session_t *s = es_server_session(server, id);
    es_record_t *record;

    if (s) {
        return es_session_send(s, bytes, len);
    }
    record = es_server_record(server, id);
    return record ? post(server, record->worker, ES_MAIL_SEND, id, 0, 0, bytes, len) : es_server_missing(server, id);
}

int es_server_push(es_server_t *server, int64_t id, uint8_t opcode, uint8_t flags, const es_output_ref_t *ref)
{
    es_session_t *s = es_server_session(server, id);
    es_record_t *record;
    int status;

    if (s) {
        return es_ws_push(s, opcode, flags, ref);
    }
    record = es_server_record(server, id);
    if (!record) {
        return es_server_missing(server, id);
    }
    status = post(server, record->worker, ES_MAIL_PUSH, id, opcode, flags, ref->data, ref->len);
    if (status == ES_OK && ref->release) {
        ref->release(ref->owner);
    }
    return status;
}

/* Counts the WebSockets of the other workers. @param of counts for each worker */
static void count_others(const es_server_t *server, const es_ids_t *except, size_t *of)
{
    const es_record_t *record;
    size_t entry = 0;

    while ((record = es_session_table_next(&server->sessions, &entry)) != NULL) {
        if (record->protocol == ES_PROTOCOL_WEBSOCKET && !record->closing &&
            !server->local[es_record_number(&server->sessions, record)] && !es_ids_hold(except, record->id)) {
            of[record->worker]++;
        }
    }
}

size_t es_server_broadcast(es_server_t *server, uint8_t opcode, uint8_t flags, const void *payload, size_t len,
                           const es_ids_t *except)
{
    size_t reached = es_ws_broadcast(server, opcode, flags, payload, len, except);
    es_buffer_t letter = {0};
    size_t *others;

    if (!es_server_is_supervised(server)) {
        return reached;
    }
    others = es_calloc((size_t)server->worker_count, sizeof(*others));
    count_others(server, except, others);
    for (int to = 0; to < server->worker_count; to++) {
        if (others[to] > 0 && letter.len == 0) {
            es_buffer_append(&letter, except->ids, except->count * sizeof(*except->ids));
            es_buffer_append(&letter, payload, len);
        }
        if (others[to] > 0 && post(server, to, ES_MAIL_BROADCAST, (int64_t)except->count, opcode, flags, letter.data,
                                   letter.len) == ES_OK) {
            reached += others[to];
        }
    }
    es_buffer_destroy(&letter);
    es_free(others);
    return reached;
}

int es_server_close(es_server_t *server, int64_t id, bool reset)
{
    es_session_t *s = es_server_session(server, id);
    es_record_t *record;

    if (s) {
        const es_close_t why = {
            .by = ES_CLOSER_SERVER,
            .from_server = true,
            .reset = reset,
            .code = s->protocol == ES_PROTOCOL_WEBSOCKET ? ES_WS_CLOSE_ABNORMAL : 0,
        };

        return es_session_close(s, &why);
    }
    record = es_server_record(server, id);
    return record ? post(server, record->worker, ES_MAIL_CLOSE, id, 0, reset, NULL, 0) : es_server_missing(server, id);
}

int es_server_disconnect(es_server_t *server, int64_t id, uint16_t code, const char *reason, size_t len)
{
    es_session_t *s = es_server_session(server, id);
    es_record_t *record;

    if (s) {
        const es_close_t why = {
            .by = ES_CLOSER_SERVER,
            .from_server = true,
            .send_frame = true,
            .await_reply = true,
            .code = code,
            .reason = reason,
            .reason_len = len,
        };

        return es_session_close(s, &why);
    }
    record = es_server_record(server, id);
    return record ? post(server, record->worker, ES_MAIL_DISCONNECT, id, code, 0, reason, len)
                  : es_server_missing(server, id);
}

int es_server_read(es_server_t *server, int64_t id, bool on)
{
    es_session_t *s = es_server_session(server, id);
    es_record_t *record;

    if (s) {
        es_session_read(s, on);
        return ES_OK;
    }
    record = es_server_record(server, id);
    return record ? post(server, record->worker, ES_MAIL_READ, id, 0, on, NULL, 0) : es_server_missing(server, id);
}

int es_server_retire_other(es_server_t *server, int slot)
{
    return post(server, slot, ES_MAIL_RETIRE, 0, 0, 0, NULL, 0);
}

/* Tasks that wait are counted here and taken off by the task worker, so that the least busy one can be found. */
static int choose_task_worker(const es_server_t *server)
{
    int best = server->worker_count, least = INT32_MAX;

    for (int i = 0; i < server->task_count; i++) {
        int slot = server->worker_count + (server->next_task + i) % server->task_count;
        es_worker_record_t *record = &server->workers[slot];
        /* One that has sent its result may still be busy for a moment: rather that than one with a task to do. */
        int load = 2 * atomic_load(&record->tasks_waiting) + (atomic_load(&record->status) != ES_WORKER_IDLE);

        if (load < least) {
            least = load;
            best = slot;
        }
    }
    return best;
}

int es_task_give(es_server_t *server, int index, es_parcel_t *parcel)
{
    int to = index >= 0 ? server->worker_count + index : choose_task_worker(server);
    int status;

    parcel->from = server->slot;
    parcel->id = es_server_own_record(server)->next_task_id;
    server->next_task = (to - server->worker_count + 1) % server->task_count;
    atomic_fetch_add(&server->workers[to].tasks_waiting, 1);
    status = post(server, to, ES_MAIL_TASK, parcel->id, 0, parcel->flags, parcel->bytes, parcel->len);
    if (status != ES_OK) {
        atomic_fetch_sub(&server->workers[to].tasks_waiting, 1);
    } else {
        es_server_own_record(server)->next_task_id++;
        server->stats->tasks++;
    }
    return status;
}

/* Before its giver learns the result, who may have the next task at once. */
static void task_done(es_server_t *server)
{
    es_worker_record_t *record = es_server_own_record(server);

    if (atomic_exchange(&record->on_task, false)) {
        atomic_fetch_sub(&record->tasks_waiting, 1);
    }
}

int es_task_finish(es_server_t *server, int to, const es_parcel_t *parcel)
{
    task_done(server);
    return post(server, to, ES_MAIL_FINISH, parcel->id, 0, parcel->flags, parcel->bytes, parcel->len);
}

int es_message_send(es_server_t *server, int to, const es_parcel_t *parcel)
{
    return post(server, to, ES_MAIL_MESSAGE, 0, 0, parcel->flags, parcel->bytes, parcel->len);
}

/* --- receiving --- */

/* Mail about a session. It may have ended meanwhile: then nobody is there to be told. */
static void for_session(es_server_t *server, const es_mail_t *mail, const void *payload)
{
    es_session_t *s = es_server_session(server, mail->id);
    int status = s ? ES_OK : ES_E_SESSION_NOT_EXIST;

    if (s) {
        switch (mail->type) {
        case ES_MAIL_SEND:
            status = es_session_send(s, payload, (size_t)mail->len);
            break;
        case ES_MAIL_PUSH:
            if (s->protocol == ES_PROTOCOL_WEBSOCKET) {
                const es_output_ref_t ref = {.data = payload, .len = (size_t)mail->len};

                status = es_ws_push(s, (uint8_t)mail->arg, (uint8_t)mail->flags, &ref);
            }
            break;
        case ES_MAIL_CLOSE:
            es_server_close(server, mail->id, mail->flags != 0);
            break;
        case ES_MAIL_DISCONNECT:
            es_server_disconnect(server, mail->id, (uint16_t)mail->arg, payload, (size_t)mail->len);
            break;
        default:
            es_session_read(s, mail->flags != 0);
            break;
        }
    }
    if (status != ES_OK) {
        server->stats->lost++;
    }
}

/* The payload need not be aligned. */
static void to_everybody(es_server_t *server, const es_mail_t *mail, const char *payload)
{
    size_t size = (size_t)mail->id * sizeof(int64_t);
    int64_t *ids = es_malloc(size);
    const es_ids_t except = {ids, (size_t)mail->id};

    if (size > 0) {
        memcpy(ids, payload, size);
    }
    es_ws_broadcast(server, (uint8_t)mail->arg, (uint8_t)mail->flags, payload + size, (size_t)mail->len - size,
                    &except);
    es_free(ids);
}

/* Mail for the host. */
static void for_host(es_server_t *server, const es_mail_t *mail, const void *payload)
{
    es_worker_record_t *record = es_server_own_record(server);
    const es_parcel_t parcel = {mail->id, (int16_t)mail->from, mail->flags, payload, (size_t)mail->len};

    switch (mail->type) {
    case ES_MAIL_TASK:
        atomic_store(&record->on_task, true);
        atomic_store(&record->status, ES_WORKER_BUSY);
        server->callbacks->on_task(server, &parcel);
        task_done(server);
        atomic_store(&record->status, ES_WORKER_IDLE);
        es_server_count_request(server);
        break;
    case ES_MAIL_FINISH:
        server->callbacks->on_finish(server, &parcel);
        break;
    case ES_MAIL_MESSAGE:
        server->callbacks->on_message_from_process(server, &parcel);
        break;
    default:
        break;
    }
}

static void deliver(es_server_t *server, const es_mail_t *mail, const void *payload)
{
    if (server->aborted) {
        return;
    }
    if (mail->type == ES_MAIL_RETIRE) {
        es_server_retire(server);
    } else if (mail->type == ES_MAIL_BROADCAST) {
        to_everybody(server, mail, payload);
    } else if (mail->type < ES_MAIL_TASK) {
        for_session(server, mail, payload);
    } else {
        for_host(server, mail, payload);
    }
}

/*
 * While the host is in the middle of something and waits for an answer, it gets that alone. The rest comes in its
 * turn, and what arrives before that has come, behind it.
 */
static void on_mail(es_post_t *p, const es_mail_t *mail, const void *payload)
{
    es_server_t *server = p->arg;
    bool now = server->waiting && !server->aborted
                   ? server->callbacks->awaits(server, mail->type == ES_MAIL_FINISH, mail->id)
                   : server->later.len == 0;

    if (now) {
        deliver(server, mail, payload);
    } else {
        es_buffer_append(&server->later, mail, sizeof(*mail));
        es_buffer_append(&server->later, payload, (size_t)mail->len);
        es_turn_task_schedule(&server->loop, &server->later_task);
    }
}

static void on_lost(es_post_t *p, const es_mail_t *mail)
{
    es_server_t *server = p->arg;

    es_log_write(&server->log, ES_LOG_WARNING,
                 "a message of %llu bytes from process %d is lost: it could not be passed on",
                 (unsigned long long)mail->len, (int)mail->from);
}

static void on_later(es_turn_task_t *task)
{
    es_server_t *server = es_container_of(task, es_server_t, later_task);
    es_buffer_t later = server->later;
    size_t pos = 0;

    memset(&server->later, 0, sizeof(server->later));
    while (pos < later.len) {
        es_mail_t mail;

        memcpy(&mail, later.data + pos, sizeof(mail));
        deliver(server, &mail, later.data + pos + sizeof(mail));
        pos += sizeof(mail) + (size_t)mail.len;
    }
    es_buffer_destroy(&later);
}

int es_mail_open(es_server_t *server)
{
    if (!server->later_task.run) {
        es_turn_task_init(&server->later_task, on_later);
    }
    server->post.on_mail = on_mail;
    server->post.on_lost = on_lost;
    server->post.arg = server;
    server->post.per_turn = server->role == ES_ROLE_TASK ? 1 : 0; /* tasks take long: a signal is heard in between */
    /* Alone there is nobody to write to. */
    return server->control >= 0 ? es_post_open(&server->post, &server->loop, server->slot) : ES_OK;
}

bool es_mail_can_wait(const es_server_t *server)
{
    return es_post_is_open(&server->post);
}

bool es_mail_wait(es_server_t *server, const bool *done, double seconds)
{
    bool result;

    server->waiting++;
    result = es_post_wait(&server->post, done, seconds);
    server->waiting--;
    return result;
}
