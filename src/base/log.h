#ifndef ES_BASE_LOG_H
#define ES_BASE_LOG_H

#include <stdarg.h>

/* Levels, as PHP users know them (SWOOLE_LOG_*, spec section 3.9). */
typedef enum es_log_level {
    ES_LOG_DEBUG = 0,
    ES_LOG_TRACE = 1,
    ES_LOG_INFO = 2,
    ES_LOG_NOTICE = 3,
    ES_LOG_WARNING = 4,
    ES_LOG_ERROR = 5,
    ES_LOG_NONE = 6,
} es_log_level_t;

/** Where a server's log lines go. */
typedef struct es_log {
    int fd;               /* borrowed unless opened by es_log_open() */
    es_log_level_t level; /* lines below it are dropped */
    char *path;           /* owned; NULL: stderr */
} es_log_t;

/** Logs to stderr from level INFO on. */
void es_log_init(es_log_t *log);

/**
 * Appends to a file from now on (created with mode 0644).
 * @return 0, or the negated errno; the log then goes on as before
 */
int es_log_open(es_log_t *log, const char *path);

/** Closes a file that es_log_open() opened. */
void es_log_destroy(es_log_t *log);

/** Writes one line: `[2026-01-31 12:00:00 #pid] LEVEL text`, in a single write(2). Control characters become '?'. */
void es_log_write(es_log_t *log, es_log_level_t level, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 3, 4)))
#endif
    ;

#endif
