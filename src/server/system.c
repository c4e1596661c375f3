#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE /* initgroups */
#endif
#include "server/system.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/memory.h"

void es_raise_file_limit(es_server_t *server)
{
    struct rlimit files;

    if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max) {
        rlim_t before = files.rlim_cur;

        files.rlim_cur = files.rlim_max;
        if (setrlimit(RLIMIT_NOFILE, &files) == 0) {
            es_log_write(&server->log, ES_LOG_DEBUG, "file limit raised from %llu to %llu", (unsigned long long)before,
                         (unsigned long long)files.rlim_max);
        }
    }
}

int es_write_pid_file(es_server_t *server)
{
    FILE *file = fopen(server->settings.pid_file, "w");

    if (!file || fprintf(file, "%ld", (long)getpid()) < 0 || fclose(file) != 0) {
        snprintf(server->error, sizeof(server->error), "cannot write pid_file %s: %s", server->settings.pid_file,
                 strerror(errno));
        return ES_E_SYSTEM;
    }
    return ES_OK;
}

/* --- daemonize --- */

void es_make_absolute(char **path)
{
    char directory[4096], *absolute;
    size_t len;

    if (!*path || **path == '/' || !getcwd(directory, sizeof(directory))) {
        return;
    }
    len = strlen(directory) + 1 + strlen(*path) + 1;
    absolute = es_malloc(len);
    snprintf(absolute, len, "%s/%s", directory, *path);
    es_free(*path);
    *path = absolute;
}

/* The caller waits for the new process's word; its buffers are the new process's now, so it must not flush them. */
static void wait_and_exit(int pipe_end)
{
    char word;
    ssize_t n;

    do {
        n = read(pipe_end, &word, 1);
    } while (n < 0 && errno == EINTR);
    _exit(n == 1 ? 0 : 1);
}

int es_daemon_begin(es_server_t *server)
{
    int ends[2];
    pid_t pid;

    es_make_absolute(&server->settings.log_file);
    es_make_absolute(&server->settings.pid_file);
    if (pipe(ends) != 0 || (pid = fork()) < 0) {
        snprintf(server->error, sizeof(server->error), "cannot become a daemon: %s", strerror(errno));
        return ES_E_SYSTEM;
    }
    if (pid > 0) {
        close(ends[1]);
        wait_and_exit(ends[0]);
    }
    close(ends[0]);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    server->daemon_pipe = ends[1];
    server->owner = getpid();
    server->callbacks->on_fork(server);
    setsid();
    return ES_OK;
}

void es_daemon_ready(es_server_t *server)
{
    int null = open("/dev/null", O_RDWR);
    int out = server->settings.log_file ? server->log.fd : null;
    ssize_t written;

    if (null >= 0) {
        dup2(null, STDIN_FILENO);
        dup2(out, STDOUT_FILENO);
        dup2(out, STDERR_FILENO);
        if (null > STDERR_FILENO) {
            close(null);
        }
    }
    if (chdir("/") != 0) {
        es_log_write(&server->log, ES_LOG_WARNING, "cannot change to /: %s", strerror(errno));
    }
    written = write(server->daemon_pipe, "R", 1);
    (void)written;
    close(server->daemon_pipe);
    server->daemon_pipe = -1;
}

/* --- user and group --- */

static bool find_user(const char *name, uid_t *uid, gid_t *gid)
{
    const struct passwd *user = getpwnam(name);

    if (user) {
        *uid = user->pw_uid;
        *gid = user->pw_gid;
    }
    return user != NULL;
}

void es_become_user(es_server_t *server)
{
    const char *user = server->settings.user, *group = server->settings.group;
    uid_t uid = 0;
    gid_t gid = 0;
    bool has_user = user && geteuid() == 0, has_group = group && geteuid() == 0;

    if (has_user && !find_user(user, &uid, &gid)) {
        es_log_write(&server->log, ES_LOG_WARNING, "there is no user %s", user);
        has_user = false;
    }
    if (has_group) {
        const struct group *found = getgrnam(group);

        if (found) {
            gid = found->gr_gid;
        } else {
            es_log_write(&server->log, ES_LOG_WARNING, "there is no group %s", group);
            has_group = false;
        }
    }
    if ((has_user || has_group) && (setgid(gid) != 0 || (has_user && initgroups(user, gid) != 0))) {
        es_log_write(&server->log, ES_LOG_WARNING, "cannot change the group: %s", strerror(errno));
    }
    if (has_user && setuid(uid) != 0) {
        es_log_write(&server->log, ES_LOG_WARNING, "cannot become user %s: %s", user, strerror(errno));
    }
}

void es_give_log_to_user(es_server_t *server)
{
    uid_t uid;
    gid_t gid;

    if (server->settings.log_file && server->settings.user && geteuid() == 0 &&
        find_user(server->settings.user, &uid, &gid) && fchown(server->log.fd, uid, (gid_t)-1) != 0) {
        es_log_write(&server->log, ES_LOG_WARNING, "cannot give the log to user %s: %s", server->settings.user,
                     strerror(errno));
    }
}
