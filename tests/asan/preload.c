/*
 * Preloaded before libasan into a PHP that is not instrumented itself; see php_for() in ./dev.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>

/* PHP opens extensions with RTLD_DEEPBIND, with which they would bypass ASan's malloc; ASan refuses that flag. */
void *dlopen(const char *path, int flags)
{
    void *(*next)(const char *, int) = (void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen");

    return next(path, flags & ~RTLD_DEEPBIND);
}

/* What PHP starts (shells, compilers, node) is not under test. */
__attribute__((constructor)) static void not_for_children(void)
{
    unsetenv("LD_PRELOAD");
}
