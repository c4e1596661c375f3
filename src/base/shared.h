#ifndef ES_BASE_SHARED_H
#define ES_BASE_SHARED_H

#include <stddef.h>

/* Memory that a process shares with the children it forks later. */

/** Maps zeroed memory that children share; pages are taken when they are first touched. @return NULL: none */
void *es_shared_map(size_t size);

void es_shared_unmap(void *memory, size_t size);

#endif
