#include "server/supervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "net/mailbox.h"
#include "server/worker.h"

/* A process that dies within this time of its start did not get going: the next one waits longer and longer. */
#define EARLY_DEATH_SECONDS 1.0
#define RESTART_MIN_MS      100
#define RESTART_MAX_MS      5000

/* What a process that is told to end at once still has for its last callbacks. */
#define URGENT_SECONDS 1.0

typedef struct es_supervisor es_supervisor_t;

/* One process. A slot may have two for a while: the old one hands over to the new one. */
typedef struct es_child {
    es_supervisor_t *supervisor;
    int slot;
    pid_t pid;
    int control; /* owned; our end of its control socket */
    es_watch_t watch;
    es_timer_t kill;
    double started;
    bool wants_successor; /* it asked for one before it had taken over itself */
} es_child_t;

typedef struct es_slot {
    es_child_t *current, *next; /* owned; NULL: none. `next` takes over from `current` */
    unsigned failures;          /* early deaths in a row */
    bool replace;               /* a replacement is wanted and not there yet */
    es_timer_t restart;
    es_supervisor_t *supervisor;
} es_slot_t;

struct es_supervisor {
    es_server_t *server;
    es_loop_t *loop; /* the server's */
    es_slot_t *slots;
    es_turn_task_t work; /* begins a reload: forks, so it must not run inside a callback of user code */
    bool stopping;
    bool reload_wanted, reload_only_tasks;
    bool reloading;
    bool child;     /* this is a child: unwind */
    int child_slot; /* … of this slot */
    int child_control, child_handover;
    pid_t child_predecessor; /* who holds the slot until the child takes over; 0: nobody */
    sigset_t signals;        /* what was blocked before the first fork */
    es_signal_t on_child, on_term, on_int, on_usr1, on_usr2, on_hup, on_log, on_winch;
};

static void start_child(es_supervisor_t *sup, int number, int handover);
static void replace_child(es_supervisor_t *sup, int number);

static es_child_t *child_new(es_supervisor_t *sup, int slot, pid_t pid, int control)
{
    es_child_t *child = es_calloc(1, sizeof(*child));

    child->supervisor = sup;
    child->slot = slot;
    child->pid = pid;
    child->control = control;
    child->started = es_loop_now(sup->loop);
    return child;
}

static void child_free(es_child_t *child)
{
    if (child) {
        es_watch_stop(&child->watch);
        es_timer_stop(&child->kill);
        close(child->control);
        es_free(child);
    }
}

static bool is_event_slot(const es_supervisor_t *sup, int slot)
{
    return slot < sup->server->worker_count;
}

/* --- what children say --- */

/* @param dead it has ended meanwhile */
static void obey(es_supervisor_t *sup, es_child_t *child, const es_control_t *control, bool dead)
{
    es_slot_t *slot = &sup->slots[child->slot];

    switch (control->type) {
    case ES_CONTROL_SHUTDOWN:
        es_supervisor_stop(sup->server);
        break;
    case ES_CONTROL_RELOAD:
        es_supervisor_reload(sup->server, control->only_tasks);
        break;
    case ES_CONTROL_REPLACE:
        if (!is_event_slot(sup, child->slot)) {
            slot->replace = true; /* it ends by itself */
        } else if (dead) {
            break; /* there is nothing to hand over any more */
        } else if (child == slot->next) {
            child->wants_successor = true; /* its predecessor has not ended yet */
        } else {
            replace_child(sup, child->slot);
        }
        break;
    default:
        break;
    }
}

/* Takes one word of a child. @return false when there is none */
static bool hear(es_supervisor_t *sup, es_child_t *child, bool dead)
{
    es_control_t control;
    int fd;
    long n = es_recv_fd(child->control, &control, sizeof(control), &fd);

    if (fd >= 0) {
        close(fd);
    }
    if (n != (long)sizeof(control)) {
        if (n != -EAGAIN) {
            es_watch_stop(&child->watch); /* it is ending: SIGCHLD will tell */
        }
        return false;
    }
    obey(sup, child, &control, dead);
    return true;
}

static void on_control(es_watch_t *watch, bool readable, bool writable)
{
    es_child_t *child = es_container_of(watch, es_child_t, watch);

    (void)readable;
    (void)writable;
    hear(child->supervisor, child, false);
}

/* --- starting --- */

static void on_restart(es_timer_t *timer)
{
    es_slot_t *slot = es_container_of(timer, es_slot_t, restart);
    es_supervisor_t *sup = slot->supervisor;
    int number = (int)(slot - sup->slots);

    if (sup->stopping) {
        return;
    }
    if (!slot->current) {
        start_child(sup, number, -1);
    } else if (slot->replace) {
        replace_child(sup, number);
    }
}

static void after(es_supervisor_t *sup, es_slot_t *slot, uint64_t milliseconds)
{
    slot->restart.fired = on_restart;
    es_timer_start(sup->loop, &slot->restart, milliseconds, false);
}

static void start_later(es_supervisor_t *sup, int number)
{
    es_slot_t *slot = &sup->slots[number];
    uint64_t wait = 1;

    if (slot->failures > 1) {
        wait = RESTART_MIN_MS;
        for (unsigned i = 2; i < slot->failures && wait < RESTART_MAX_MS; i++) {
            wait *= 2;
        }
    }
    after(sup, slot, wait < RESTART_MAX_MS ? wait : RESTART_MAX_MS);
}

/* In the child: forget what is the master's, and unwind out of its loop. */
static void become_child(es_supervisor_t *sup, int number, int control, int handover)
{
    const es_slot_t *slot = &sup->slots[number];

    sup->child = true;
    sup->child_slot = number;
    sup->child_control = control;
    sup->child_handover = handover;
    sup->child_predecessor = slot->current ? slot->current->pid : 0;
    es_loop_after_fork(sup->loop);
    es_post_forget(&sup->server->post);
    es_loop_stop(sup->loop);
}

/*
 * Between fork() and event_reinit() a signal to the child would be written into the parent's pipe, and until the child
 * has handlers of its own it would be killed by it: signals wait meanwhile.
 */
static pid_t fork_without_signals(es_supervisor_t *sup)
{
    sigset_t all;
    pid_t pid;

    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &sup->signals);
    pid = fork();
    if (pid != 0) {
        int error = errno;

        sigprocmask(SIG_SETMASK, &sup->signals, NULL);
        errno = error;
    }
    return pid;
}

/* Forks a process for a slot. @param handover its end of the socket on which it gets the sessions of its predecessor */
static void start_child(es_supervisor_t *sup, int number, int handover)
{
    es_slot_t *slot = &sup->slots[number];
    int ends[2] = {-1, -1};
    pid_t pid;

    if (es_socket_pair(ends, false) != ES_OK || (pid = fork_without_signals(sup)) < 0) {
        es_log_write(&sup->server->log, ES_LOG_ERROR, "cannot start process %d: %s", number, strerror(errno));
        if (ends[0] >= 0) {
            close(ends[0]);
            close(ends[1]);
        }
        slot->failures += 2;
        start_later(sup, number);
        return;
    }
    if (pid == 0) {
        close(ends[0]);
        become_child(sup, number, ends[1], handover);
        return;
    }
    close(ends[1]);
    fcntl(ends[0], F_SETFL, fcntl(ends[0], F_GETFL) | O_NONBLOCK);
    es_child_t *child = child_new(sup, number, pid, ends[0]);
    child->watch.ready = on_control;
    es_watch_set(sup->loop, &child->watch, child->control, true, false);
    if (slot->current) {
        slot->next = child;
    } else {
        slot->current = child;
        atomic_store(&sup->server->workers[number].pid, pid);
    }
    es_log_write(&sup->server->log, ES_LOG_DEBUG, "process %d started, pid %ld", number, (long)pid);
}

static void on_kill(es_timer_t *timer)
{
    es_child_t *child = es_container_of(timer, es_child_t, kill);

    es_log_write(&child->supervisor->server->log, ES_LOG_WARNING, "process %d (pid %ld) did not end in time: killed",
                 child->slot, (long)child->pid);
    kill(child->pid, SIGKILL);
}

/* Asks a process to end, and sees to it. */
static void end_child(es_child_t *child, double patience)
{
    kill(child->pid, SIGTERM);
    child->kill.fired = on_kill;
    es_timer_start(child->supervisor->loop, &child->kill, (uint64_t)(patience * 1000) + 100, false);
}

/* How long a process may take to end: what it does in order is bounded by half of that. */
static double patience(const es_supervisor_t *sup)
{
    return 2 * sup->server->settings.max_wait_time;
}

/* Lets a new process take over a slot. Event workers hand their sessions over; others just end and are made anew. */
static void replace_child(es_supervisor_t *sup, int number)
{
    es_slot_t *slot = &sup->slots[number];
    const es_control_t control = {.type = ES_CONTROL_HANDOVER};
    int ends[2];

    if (sup->stopping || !slot->current || slot->next) {
        return;
    }
    slot->replace = true;
    if (!is_event_slot(sup, number)) {
        end_child(slot->current, patience(sup));
        return;
    }
    if (es_socket_pair(ends, false) != ES_OK) {
        after(sup, slot, RESTART_MAX_MS);
        return;
    }
    start_child(sup, number, ends[1]);
    if (sup->child) {
        close(ends[0]);
        return;
    }
    if (slot->next && es_send_fd(slot->current->control, &control, sizeof(control), ends[0]) != ES_OK) {
        kill(slot->next->pid, SIGKILL); /* the old one does not listen: two must not serve in one place */
    }
    close(ends[0]);
    close(ends[1]);
}

/* --- ending --- */

static bool all_gone(const es_supervisor_t *sup)
{
    for (int i = 0; i < sup->server->process_count; i++) {
        if (sup->slots[i].current || sup->slots[i].next) {
            return false;
        }
    }
    return true;
}

static void reload_step(es_supervisor_t *sup)
{
    if (!sup->reloading) {
        return;
    }
    for (int i = 0; i < sup->server->process_count; i++) {
        if (sup->slots[i].replace) {
            return;
        }
    }
    sup->reloading = false;
    atomic_store(&es_server_own_record(sup->server)->reloading, false);
    es_log_write(&sup->server->log, ES_LOG_INFO, "reloaded");
    sup->server->callbacks->on_after_reload(sup->server);
}

/* A process that was killed while it worked on a task cannot take that off its account any more. */
static void forget_task(es_supervisor_t *sup, int number)
{
    es_worker_record_t *record = &sup->server->workers[number];

    if (!is_event_slot(sup, number)) {
        if (atomic_exchange(&record->on_task, false)) {
            atomic_fetch_sub(&record->tasks_waiting, 1);
        }
        atomic_store(&record->status, ES_WORKER_NONE);
    }
}

/* The successor is alone now. What its predecessor could not give away has ended with that. */
static void promote(es_supervisor_t *sup, es_slot_t *slot, pid_t predecessor)
{
    const es_control_t control = {.type = ES_CONTROL_ORPHANS, .pid = predecessor};

    es_send_fd(slot->current->control, &control, sizeof(control), -1);
    if (slot->current->wants_successor) {
        slot->current->wants_successor = false;
        slot->replace = true;
        after(sup, slot, 1);
    }
}

static void child_ended(es_supervisor_t *sup, es_child_t *child, int status)
{
    es_server_t *server = sup->server;
    int number = child->slot, code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    int signo = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    es_slot_t *slot = &sup->slots[number];
    bool early = es_loop_now(sup->loop) - child->started < EARLY_DEATH_SECONDS;
    bool asked = sup->stopping && signo == SIGTERM; /* a process of the host's own, which does not handle it */
    bool failed = code != 0 || (signo != 0 && !asked), wanted = false;
    pid_t pid = child->pid;

    while (hear(sup, child, true)) { /* its last words may be read after its death */
    }
    if (child == slot->next) {
        /* The successor did not get going: the old process serves on, and another one is tried later. */
        slot->next = NULL;
        slot->failures++;
        atomic_store(&server->workers[number].pid, (int32_t)slot->current->pid);
    } else {
        wanted = slot->replace && !failed;
        slot->current = slot->next;
        slot->next = NULL;
        slot->replace = false;
        slot->failures = early && !wanted ? slot->failures + 1 : 0;
        atomic_store(&server->workers[number].pid, slot->current ? (int32_t)slot->current->pid : 0);
        forget_task(sup, number);
        if (slot->current) {
            promote(sup, slot, pid);
        }
    }
    child_free(child);
    if (failed) {
        es_log_write(&server->log, ES_LOG_WARNING,
                     signo ? "process %d (pid %ld) was killed by signal %d"
                           : "process %d (pid %ld) ended with exit status %d",
                     number, (long)pid, signo ? signo : code);
        server->callbacks->on_worker_error(server, number, (int)pid, code, signo);
    }
    if (sup->stopping) {
        if (all_gone(sup)) {
            es_loop_stop(sup->loop);
        }
        return;
    }
    if (!slot->current && wanted) {
        start_child(sup, number, -1);
        if (sup->child) {
            return;
        }
    } else if (!slot->current || slot->replace) {
        start_later(sup, number);
    }
    reload_step(sup);
}

static es_child_t *find_ended(es_supervisor_t *sup, int *status)
{
    for (int i = 0; i < sup->server->process_count; i++) {
        es_child_t *const children[] = {sup->slots[i].current, sup->slots[i].next};

        for (int k = 0; k < 2; k++) {
            if (children[k] && waitpid(children[k]->pid, status, WNOHANG) == children[k]->pid) {
                return children[k];
            }
        }
    }
    return NULL;
}

static void on_sigchld(int signo, void *arg)
{
    es_supervisor_t *sup = arg;
    es_child_t *child;
    int status;

    (void)signo;
    while (!sup->child && (child = find_ended(sup, &status)) != NULL) {
        child_ended(sup, child, status);
    }
}

static void stop_all(es_supervisor_t *sup, double seconds)
{
    for (int i = 0; i < sup->server->process_count; i++) {
        es_timer_stop(&sup->slots[i].restart);
        if (sup->slots[i].next) {
            end_child(sup->slots[i].next, seconds);
        }
        if (sup->slots[i].current) {
            end_child(sup->slots[i].current, seconds);
        }
    }
}

void es_supervisor_stop(es_server_t *server)
{
    es_supervisor_t *sup = server->supervisor;

    if (sup->stopping) {
        return;
    }
    sup->stopping = true;
    server->state = ES_SERVER_STOPPING;
    server->callbacks->on_before_shutdown(server);
    es_server_close_ports(server);
    stop_all(sup, patience(sup));
    if (all_gone(sup)) {
        es_loop_stop(sup->loop);
    }
}

bool es_supervisor_reload(es_server_t *server, bool only_tasks)
{
    es_supervisor_t *sup = server->supervisor;

    if (sup->stopping || sup->reloading || sup->reload_wanted) {
        return false;
    }
    sup->reload_wanted = true;
    atomic_store(&es_server_own_record(server)->reloading, true);
    sup->reload_only_tasks = only_tasks;
    es_turn_task_schedule(sup->loop, &sup->work);
    return true;
}

static void begin_reload(es_turn_task_t *task)
{
    es_supervisor_t *sup = es_container_of(task, es_supervisor_t, work);
    es_server_t *server = sup->server;

    sup->reload_wanted = false;
    if (sup->stopping || sup->child) {
        return;
    }
    sup->reloading = true;
    es_log_write(&server->log, ES_LOG_INFO, sup->reload_only_tasks ? "reloading the task workers" : "reloading");
    server->callbacks->on_before_reload(server);
    if (server->aborted) {
        return;
    }
    if (!sup->reload_only_tasks) {
        es_server_renew_tls(server); /* the new workers inherit them */
    }
    for (int i = sup->reload_only_tasks ? server->worker_count : 0; i < server->worker_count + server->task_count;
         i++) {
        replace_child(sup, i);
        if (sup->child) {
            return;
        }
    }
    reload_step(sup);
}

static void on_stop_signal(int signo, void *arg)
{
    es_supervisor_t *sup = arg;

    (void)signo;
    if (sup->stopping) {
        stop_all(sup, URGENT_SECONDS); /* a second signal: they are not to wait any longer */
    } else {
        es_supervisor_stop(sup->server);
    }
}

static void on_reload_signal(int signo, void *arg)
{
    es_supervisor_reload(((es_supervisor_t *)arg)->server, signo == SIGUSR2);
}

static void on_log_signal(int signo, void *arg)
{
    es_supervisor_t *sup = arg;

    es_server_reopen_log(sup->server);
    for (int i = 0; i < sup->server->process_count; i++) {
        if (sup->slots[i].current) {
            kill(sup->slots[i].current->pid, signo);
        }
        if (sup->slots[i].next) {
            kill(sup->slots[i].next->pid, signo);
        }
    }
}

/* Certificates are read here first: when they are bad nobody else tries, and those who start later inherit the new
 * ones. */
static void on_hup_signal(int signo, void *arg)
{
    const es_control_t control = {.type = ES_CONTROL_RENEW};
    es_supervisor_t *sup = arg;

    (void)signo;
    if (!es_server_renew_tls_at_hup(sup->server)) {
        return;
    }
    for (int i = 0; i < sup->server->worker_count; i++) {
        es_child_t *const children[] = {sup->slots[i].current, sup->slots[i].next};

        for (int k = 0; k < 2; k++) {
            if (children[k]) {
                es_send_fd(children[k]->control, &control, sizeof(control), -1);
            }
        }
    }
}

static void on_tick(void *arg)
{
    es_supervisor_t *sup = arg;

    sup->server->callbacks->on_tick(sup->server);
}

static int set_up(es_supervisor_t *sup)
{
    const struct {
        es_signal_t *signal;
        int signo;
        void (*caught)(int, void *);
    } signals[] = {
        {&sup->on_child, SIGCHLD, on_sigchld},      {&sup->on_term, SIGTERM, on_stop_signal},
        {&sup->on_int, SIGINT, on_stop_signal},     {&sup->on_usr1, SIGUSR1, on_reload_signal},
        {&sup->on_usr2, SIGUSR2, on_reload_signal}, {&sup->on_hup, SIGHUP, on_hup_signal},
        {&sup->on_winch, SIGWINCH, on_log_signal},
#ifdef SIGRTMIN
        {&sup->on_log, SIGRTMIN, on_log_signal},
#endif
    };

    if (es_loop_init(sup->loop) != ES_OK) {
        return ES_E_SYSTEM;
    }
    if (es_post_open(&sup->server->post, sup->loop, -1) != ES_OK) {
        return ES_E_SYSTEM;
    }
    sup->loop->on_tick = on_tick;
    sup->loop->on_tick_arg = sup;
    for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
        if (es_signal_add(sup->loop, signals[i].signal, signals[i].signo, signals[i].caught, sup) != ES_OK) {
            return ES_E_SYSTEM;
        }
    }
    return ES_OK;
}

static void tear_down(es_supervisor_t *sup)
{
    es_list_remove(&sup->work.link);
    es_signal_t *const signals[] = {&sup->on_child, &sup->on_term, &sup->on_int,   &sup->on_usr1,
                                    &sup->on_usr2,  &sup->on_hup,  &sup->on_winch, &sup->on_log};

    for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
        es_signal_remove(signals[i]);
    }
    for (int i = 0; sup->slots && i < sup->server->process_count; i++) {
        es_timer_stop(&sup->slots[i].restart);
        child_free(sup->slots[i].current);
        child_free(sup->slots[i].next);
    }
    es_free(sup->slots);
    es_post_close(&sup->server->post, 0);
    es_loop_destroy(sup->loop);
    sup->server->supervisor = NULL;
}

/* In a child, with nothing of the master left. */
static int run_child(es_server_t *server, const es_supervisor_t *sup)
{
    const int slot = sup->child_slot, tasks = server->worker_count;

    server->slot = slot;
    server->control = sup->child_control;
    server->predecessor = sup->child_predecessor;
    server->state = ES_SERVER_RUNNING;
    server->role = slot < tasks ? ES_ROLE_WORKER : slot < tasks + server->task_count ? ES_ROLE_TASK : ES_ROLE_USER;
    server->stats = &server->workers[slot].stats;
    server->callbacks->on_fork(server);
    if (server->role == ES_ROLE_USER) {
        sigprocmask(SIG_SETMASK, &sup->signals, NULL);
        server->exit_status = server->callbacks->on_user_process(server, slot);
    } else {
        server->exit_status = es_worker_run(server, sup->child_handover, &sup->signals);
    }
    server->state = ES_SERVER_STOPPED;
    close(server->control);
    return ES_IN_CHILD;
}

/* After a fatal error in one of the master's callbacks: nothing of the host runs any more, but nobody is left behind.
 */
static void end_all(es_supervisor_t *sup)
{
    sup->stopping = true;
    es_server_close_ports(sup->server);
    stop_all(sup, patience(sup));
    if (!all_gone(sup)) {
        sup->loop->stopped = false;
        es_loop_run(sup->loop);
    }
}

int es_supervisor_run(es_server_t *server)
{
    es_supervisor_t sup = {.server = server, .loop = &server->loop};
    int status;

    server->role = ES_ROLE_MASTER;
    server->supervisor = &sup; /* cppcheck-suppress autoVariables ; tear_down() takes it back */
    es_turn_task_init(&sup.work, begin_reload);
    sup.slots = es_calloc((size_t)server->process_count, sizeof(*sup.slots));
    for (int i = 0; i < server->process_count; i++) {
        sup.slots[i].supervisor = &sup;
    }
    status = set_up(&sup);
    if (status != ES_OK) {
        snprintf(server->error, sizeof(server->error), "cannot make the event loop: %s", strerror(errno));
        tear_down(&sup);
        return status;
    }
    /* Task workers first: an event worker may give out tasks as soon as it starts (spec section 2.9). */
    for (int i = 0; i < server->process_count && !sup.child; i++) {
        start_child(&sup, (i + server->worker_count) % server->process_count, -1);
    }
    if (!sup.child) {
        server->state = ES_SERVER_RUNNING;
        server->callbacks->on_start(server);
        server->callbacks->on_manager_start(server);
        es_loop_run(sup.loop);
    }
    if (!sup.child && server->aborted) {
        end_all(&sup);
    }
    tear_down(&sup);
    if (sup.child) {
        return run_child(server, &sup);
    }
    server->callbacks->on_manager_stop(server);
    return ES_OK;
}

int es_supervisor_tell(es_server_t *server, es_control_type_t type, bool only_tasks)
{
    const es_control_t control = {.type = (uint8_t)type, .only_tasks = only_tasks};

    return es_send_fd(server->control, &control, sizeof(control), -1);
}
