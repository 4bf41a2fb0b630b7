/* list.c - a to-do list: a singly linked list that owns its nodes, and their texts.
 * SPDX-License-Identifier: MIT
 *
 * Nodes are only ever moved: out of one owner, into another. Taking the first node off a list is
 *
 *     struct task_node *n = l->first;   a look at what the list owns
 *     l->first = n->next;               the list owns the rest, and n is ours
 *
 * and putting one in front is the same backwards. What rebuilds a whole list (reverse, sort,
 * forget) takes nodes off the front until there are none, and puts each somewhere else, or frees
 * it: at every moment every node has one owner.
 *
 * To change a list in its middle one walks with a pointer to the node *before* the place, for that
 * one's `next` is the owner that has to change. */
#define _POSIX_C_SOURCE 200809L /* strdup */
#include "list.h"

#include <stdlib.h>
#include <string.h>
#pragma corten safe

/* ---- one task, one node -------------------------------------------------------------------- */

void task_drop(struct task *__drops t)
{
    free(t->text);
}

static struct task_node *__own _Nullable node_new(const char *text, int urgency)
{
    struct task_node *n = malloc(sizeof *n);
    if (n == NULL)
        return NULL;
    char *copy = strdup(text);
    if (copy == NULL) {
        free(n);
        return NULL;
    }
    n->task.text = copy;
    n->task.urgency = urgency;
    n->next = NULL;
    return n;
}

/* ---- ends ---------------------------------------------------------------------------------- */

void tasks_init(struct tasks *__inits l)
{
    l->first = NULL;
}

/* Node by node: a recursion would need as much stack as the list is long. */
void tasks_drop(struct tasks *__drops l)
{
    struct task_node *n = l->first;
    while (n != NULL) {
        struct task_node *next = n->next;
        task_drop(&n->task);
        free(n);
        n = next;
    }
}

int tasks_push(struct tasks *l, const char *text, int urgency)
{
    struct task_node *n = node_new(text, urgency);
    if (n == NULL)
        return -1;
    /* By its contract a new node may own others. This one does not: see node_new(). */
    __checked(n->next == NULL);
    n->next = l->first;
    l->first = n;
    return 0;
}

int tasks_pop(struct tasks *l, struct task *__inits __when(return == 0) out)
{
    struct task_node *n = l->first;
    if (n == NULL)
        return -1;
    l->first = n->next;
    *out = n->task;
    free(n);
    return 0;
}

int tasks_append(struct tasks *l, const char *text, int urgency)
{
    struct task_node *n = node_new(text, urgency);
    if (n == NULL)
        return -1;
    if (l->first == NULL) {
        l->first = n;
        return 0;
    }
    struct task_node *at = l->first;
    while (at->next != NULL)
        at = at->next;
    at->next = n;
    return 0;
}

void tasks_append_all(struct tasks *l, struct tasks *from)
{
    struct task_node *rest = from->first;
    from->first = NULL;
    if (l->first == NULL) {
        l->first = rest;
        return;
    }
    struct task_node *at = l->first;
    while (at->next != NULL)
        at = at->next;
    at->next = rest;
}

/* ---- in the middle ------------------------------------------------------------------------- */

/* Moves n, which is alone, in front of the first one that is less urgent. */
static void put_by_urgency(struct tasks *l, struct task_node *__own n)
{
    __checked(n->next == NULL);
    struct task_node *at = l->first;
    if (at == NULL || at->task.urgency < n->task.urgency) {
        n->next = at;
        l->first = n;
        return;
    }
    while (at->next != NULL && at->next->task.urgency >= n->task.urgency)
        at = at->next;
    n->next = at->next;
    at->next = n;
}

int tasks_insert_by_urgency(struct tasks *l, const char *text, int urgency)
{
    struct task_node *n = node_new(text, urgency);
    if (n == NULL)
        return -1;
    put_by_urgency(l, n);
    return 0;
}

bool tasks_remove(struct tasks *l, const char *text)
{
    struct task_node *at = l->first;
    if (at == NULL)
        return false;
    if (strcmp(at->task.text, text) == 0) {
        l->first = at->next;
        task_drop(&at->task);
        free(at);
        return true;
    }
    while (at->next != NULL && strcmp(at->next->task.text, text) != 0)
        at = at->next;
    struct task_node *found = at->next;
    if (found == NULL)
        return false;
    at->next = found->next;
    task_drop(&found->task);
    free(found);
    return true;
}

/* ---- whole lists --------------------------------------------------------------------------- */

void tasks_reverse(struct tasks *l)
{
    struct task_node *done = NULL;
    struct task_node *rest = l->first;
    while (rest != NULL) {
        struct task_node *next = rest->next;
        rest->next = done;
        done = rest;
        rest = next;
    }
    l->first = done;
}

/* What is kept comes out the wrong way round. */
size_t tasks_forget_below(struct tasks *l, int urgency)
{
    size_t gone = 0;
    struct task_node *kept = NULL;
    struct task_node *rest = l->first;
    while (rest != NULL) {
        struct task_node *next = rest->next;
        if (rest->task.urgency < urgency) {
            task_drop(&rest->task);
            free(rest);
            gone++;
        } else {
            rest->next = kept;
            kept = rest;
        }
        rest = next;
    }
    l->first = kept;
    tasks_reverse(l);
    return gone;
}

/* Insertion sort. It takes from the front, so a task that comes later gets behind its equals. */
void tasks_sort(struct tasks *l)
{
    struct task_node *rest = l->first;
    l->first = NULL;
    while (rest != NULL) {
        struct task_node *next = rest->next;
        rest->next = NULL;
        put_by_urgency(l, rest);
        rest = next;
    }
}

/* ---- asking -------------------------------------------------------------------------------- */

size_t tasks_count(const struct tasks *l)
{
    size_t n = 0;
    for (const struct task_node *t = l->first; t != NULL; t = t->next)
        n++;
    return n;
}

bool tasks_is_sorted(const struct tasks *l)
{
    for (const struct task_node *t = l->first; t != NULL; t = t->next)
        if (t->next != NULL && t->next->task.urgency > t->task.urgency)
            return false;
    return true;
}

const struct task *_Nullable tasks_find(const struct tasks *__lifetimebound l, const char *text)
{
    for (const struct task_node *n = l->first; n != NULL; n = n->next)
        if (strcmp(n->task.text, text) == 0)
            return &n->task;
    return NULL;
}
