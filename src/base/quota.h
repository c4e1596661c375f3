#ifndef ES_BASE_QUOTA_H
#define ES_BASE_QUOTA_H

#include <stdbool.h>
#include <stddef.h>

/** Memory that many holders have together. Each of them knows how much of it is its own. */
typedef struct es_quota {
    size_t used;
    size_t max;
} es_quota_t;

/**
 * Lets a holder have more. NULL is a quota that everything fits in.
 * @param held   in/out: bytes the holder has
 * @param wanted bytes it is to have; less than it has changes nothing
 * @return false when all holders together would have too much; then nothing has changed
 */
static inline bool es_quota_hold(es_quota_t *quota, size_t *held, size_t wanted)
{
    if (!quota || wanted <= *held) {
        return true;
    }
    /* What comes from another process is held even where there is no room for it: more than all may be used. */
    if (quota->used >= quota->max || wanted - *held > quota->max - quota->used) {
        return false;
    }
    quota->used += wanted - *held;
    *held = wanted;
    return true;
}

/** Takes back all that a holder has. */
static inline void es_quota_release(es_quota_t *quota, size_t *held)
{
    if (*held > 0) {
        quota->used -= *held;
        *held = 0;
    }
}

#endif
