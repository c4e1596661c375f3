#ifndef ES_BASE_COMPILER_H
#define ES_BASE_COMPILER_H

/* What compilers know and C does not. */

/** Not to be inlined: keeps what is rare from making the usual way in front of it save and restore registers. */
#if defined(__GNUC__)
#define ES_NOINLINE __attribute__((noinline))
#else
#define ES_NOINLINE
#endif

#endif
