#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"

#define LINE_SIZE 4096 /* bytes of a line with its LF; what is longer is cut, so that a line stays one write */

static const char *const level_names[] = {"DEBUG", "TRACE", "INFO", "NOTICE", "WARNING", "ERROR"};

void es_log_init(es_log_t *log)
{
    log->fd = STDERR_FILENO;
    log->level = ES_LOG_INFO;
    log->path = NULL;
}

int es_log_open(es_log_t *log, const char *path)
{
    int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
    char *copy;

    if (fd < 0) {
        return -errno;
    }
    /* Copied first: `path` may be the log's own, when it is opened anew. */
    copy = es_strndup(path, strlen(path));
    es_log_destroy(log);
    log->fd = fd;
    log->path = copy;
    return 0;
}

void es_log_destroy(es_log_t *log)
{
    if (log->path != NULL) {
        close(log->fd);
        es_free(log->path);
        log->path = NULL;
        log->fd = STDERR_FILENO;
    }
}

/* A line is made of what clients send, too: it must not be able to fake a second line or steer a terminal. */
static void blank_controls(char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];

        if (c < 0x20 || c == 0x7f) {
            text[i] = '?';
        }
    }
}

/* The length that fits into `room` bytes; snprintf() returns what it would have liked to write. */
static size_t fitted(int wanted, size_t room)
{
    if (wanted < 0) {
        return 0;
    }
    return (size_t)wanted < room ? (size_t)wanted : room - 1;
}

void es_log_write(es_log_t *log, es_log_level_t level, const char *format, ...)
{
    char line[LINE_SIZE];
    int saved_errno = errno;
    time_t now = time(NULL);
    struct tm tm;
    va_list args;
    size_t head = 0, len;
    ssize_t written;

    if (level < log->level || (int)level < 0 || level >= ES_LOG_NONE) {
        return;
    }
    if (localtime_r(&now, &tm) != NULL) {
        head = strftime(line, sizeof(line), "[%Y-%m-%d %H:%M:%S", &tm);
    }
    head += fitted(snprintf(line + head, sizeof(line) - head, " #%ld] %s ", (long)getpid(), level_names[level]),
                   sizeof(line) - head);

    /* One byte is kept for the line's end. */
    va_start(args, format);
    errno = saved_errno; /* for a %m in the format */
    len = fitted(vsnprintf(line + head, sizeof(line) - 1 - head, format, args), sizeof(line) - 1 - head);
    va_end(args);
    blank_controls(line + head, len);
    len += head;
    line[len++] = '\n';

    /* Nothing can be done about a log that cannot be written. */
    written = write(log->fd, line, len);
    (void)written;
    errno = saved_errno;
}
