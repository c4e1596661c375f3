#ifndef ES_BASE_LIST_H
#define ES_BASE_LIST_H

#include <stdbool.h>
#include <stddef.h>

/**
 * Intrusive doubly linked ring. The head and every element embed an es_list_t; an element that is in no
 * list points to itself, so es_list_remove() may be called at any time.
 */
typedef struct es_list {
    struct es_list *prev, *next;
} es_list_t;

#define es_container_of(ptr, type, member) ((type *)((char *)(ptr)-offsetof(type, member)))

#define es_list_foreach_safe(it, tmp, head)                                                                            \
    for (es_list_t *it = (head)->next, *tmp = it->next; it != (head); it = tmp, tmp = it->next)

static inline void es_list_init(es_list_t *l)
{
    l->prev = l->next = l;
}

static inline bool es_list_empty(const es_list_t *l)
{
    return l->next == l;
}

/** Appends `item`, which must be in no list. */
static inline void es_list_append(es_list_t *head, es_list_t *item)
{
    item->prev = head->prev;
    item->next = head;
    head->prev->next = item;
    head->prev = item;
}

static inline void es_list_remove(es_list_t *item)
{
    item->prev->next = item->next;
    item->next->prev = item->prev;
    es_list_init(item);
}

#endif
