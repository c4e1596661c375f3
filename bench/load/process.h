/*
 * What a server's processes have used: its own, its threads' and those of all its descendants.
 */
#ifndef BENCH_PROCESS_H
#define BENCH_PROCESS_H

/** CPU seconds, user and system, that a process and its descendants have used up to now, to the nanosecond where the
 * kernel counts so. */
double process_cpu(int pid);

/** Bytes of memory of a process and its descendants, pages that are shared counted by their share (PSS); 0 when
 * unreadable. */
double process_memory(int pid);

#endif
