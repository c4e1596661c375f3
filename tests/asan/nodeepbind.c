/*
 * Preloaded before libasan by ./dev asan. A PHP that is not instrumented itself opens extensions with RTLD_DEEPBIND, which
 * AddressSanitizer refuses (the extension would bypass its malloc), so the flag is taken out.
 */
#define _GNU_SOURCE
#include <dlfcn.h>

void *dlopen(const char *path, int flags)
{
    void *(*next)(const char *, int) = (void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen");

    return next(path, flags & ~RTLD_DEEPBIND);
}
