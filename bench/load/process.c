#define _GNU_SOURCE
#include "process.h"
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double memory_of_one(int pid)
{
    char path[64], line[256];
    double kilobytes = 0;
    FILE *file;

    snprintf(path, sizeof(path), "/proc/%d/smaps_rollup", pid);
    file = fopen(path, "r");
    while (file && fgets(line, sizeof(line), file) && sscanf(line, "Pss: %lf", &kilobytes) != 1) {
    }
    if (file) {
        fclose(file);
    }
    return kilobytes * 1024;
}

/* The kernel's clock of the process: all threads, also those that have ended; finer than the ticks of /proc/<pid>/stat.
 */
static double cpu_of_one(int pid)
{
    struct timespec used;
    clockid_t clock;

    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &used) != 0) {
        return 0;
    }
    return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
}

/* Children belong to the thread that forked them, so every thread is asked. */
static double sum_of_tree(int pid, double (*of_one)(int pid))
{
    double sum = of_one(pid);
    struct dirent *thread;
    char path[96];
    DIR *threads;

    snprintf(path, sizeof(path), "/proc/%d/task", pid);
    threads = opendir(path);
    while (threads && (thread = readdir(threads)) != NULL) {
        int id = atoi(thread->d_name), child;
        FILE *file;

        if (id <= 0) {
            continue;
        }
        snprintf(path, sizeof(path), "/proc/%d/task/%d/children", pid, id);
        file = fopen(path, "r");
        while (file && fscanf(file, "%d", &child) == 1) {
            sum += sum_of_tree(child, of_one);
        }
        if (file) {
            fclose(file);
        }
    }
    if (threads) {
        closedir(threads);
    }
    return sum;
}

double process_cpu(int pid)
{
    return sum_of_tree(pid, cpu_of_one);
}

double process_memory(int pid)
{
    return sum_of_tree(pid, memory_of_one);
}
