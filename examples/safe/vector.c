/* vector.c - a growing array of people, each of whom owns a name.
 * SPDX-License-Identifier: MIT
 *
 * Two ideas make a vector of owners easy to get right, and easy to prove:
 *
 * - People enter and leave at the end only. One leaves in two steps: first `len` goes down, then
 *   the one behind it is moved out or dropped. So "the first len are there" is never a lie, and
 *   emptying the vector is the same two steps in a loop.
 * - Inside the array people only ever swap places. A swap has no moment at which one of them is
 *   owned twice or not at all; to insert or to remove in the middle is a row of swaps.
 *
 * What grows is checked before it is multiplied: PEOPLE_MAX is chosen so that neither a capacity
 * nor a size in bytes can wrap. */
#define _POSIX_C_SOURCE 200809L /* strdup */
#include "vector.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#pragma corten safe

#define PEOPLE_MAX (SIZE_MAX / sizeof(struct person) / 4)

/* ---- one person -------------------------------------------------------------------------- */

int person_init(struct person *__inits __when(return == 0) p, const char *name, unsigned age)
{
    char *copy = strdup(name);
    if (copy == NULL)
        return -1;
    p->name = copy;
    p->age = age;
    return 0;
}

/* The copy is made first: if that fails, the old name is still there. It also makes
 * person_rename(p, p->name) right. */
int person_rename(struct person *p, const char *name)
{
    char *copy = strdup(name);
    if (copy == NULL)
        return -1;
    free(p->name);
    p->name = copy;
    return 0;
}

void person_drop(struct person *__drops p)
{
    free(p->name);
}

void person_swap(struct person *a, struct person *b)
{
    struct person t = *a;
    *a = *b;
    *b = t;
}

/* ---- the vector -------------------------------------------------------------------------- */

void people_init(struct people *__inits v)
{
    v->at = NULL;
    v->len = 0;
    v->cap = 0;
}

/* Each turn gives up the last one, and leaves a vector that is shorter but whole. */
void people_drop(struct people *__drops v)
{
    while (v->len > 0) {
        v->len--;
        person_drop(&v->at[v->len]);
    }
    free(v->at);
}

void people_truncate(struct people *v, size_t n)
{
    while (v->len > n) {
        v->len--;
        person_drop(&v->at[v->len]);
    }
}

int people_reserve(struct people *v, size_t extra)
{
    if (extra <= v->cap - v->len)
        return 0;
    if (v->len > PEOPLE_MAX || extra > PEOPLE_MAX)
        return -1;
    size_t cap = v->len + extra;
    struct person *p = realloc(v->at, cap * sizeof *p);
    if (p == NULL)
        return -1;
    v->at = p;
    v->cap = cap;
    return 0;
}

/* Grows by half, so that a push costs a constant time on average. */
int people_push(struct people *v, const char *name, unsigned age)
{
    if (v->len == v->cap) {
        if (v->cap > PEOPLE_MAX)
            return -1;
        size_t cap = v->cap + (v->cap / 2 + 8);
        struct person *p = realloc(v->at, cap * sizeof *p);
        if (p == NULL)
            return -1;
        v->at = p;
        v->cap = cap;
    }
    struct person one;
    if (person_init(&one, name, age) != 0)
        return -1;
    v->at[v->len] = one;
    v->len++;
    return 0;
}

int people_pop(struct people *v, struct person *__inits __when(return == 0) out)
{
    if (v->len == 0)
        return -1;
    v->len--;
    *out = v->at[v->len];
    return 0;
}

int people_insert(struct people *v, size_t i, const char *name, unsigned age)
{
    __checked(i <= v->len);
    if (people_push(v, name, age) != 0)
        return -1;
    /* The new one walks down from the end. */
    for (size_t k = v->len; k > 1 && k - 1 > i; k--)
        person_swap(&v->at[k - 2], &v->at[k - 1]);
    return 0;
}

int people_remove(struct people *v, size_t i, struct person *__inits __when(return == 0) out)
{
    if (i >= v->len)
        return -1;
    for (size_t k = i + 1; k < v->len; k++)
        person_swap(&v->at[k - 1], &v->at[k]);
    v->len--;
    *out = v->at[v->len];
    return 0;
}

int people_swap_remove(struct people *v, size_t i, struct person *__inits __when(return == 0) out)
{
    if (i >= v->len)
        return -1;
    size_t last = v->len - 1;
    if (i < last)
        person_swap(&v->at[i], &v->at[last]);
    v->len = last;
    *out = v->at[last];
    return 0;
}

const struct person *people_at(const struct people *v, size_t i)
{
    __checked(i < v->len);
    return &v->at[i];
}

int people_rename(struct people *v, size_t i, const char *name)
{
    __checked(i < v->len);
    return person_rename(&v->at[i], name);
}

const struct person *_Nullable people_find(const struct people *__lifetimebound v, const char *name)
{
    for (size_t i = 0; i < v->len; i++)
        if (strcmp(v->at[i].name, name) == 0)
            return &v->at[i];
    return NULL;
}

const struct person *_Nullable people_oldest(const struct people *v)
{
    if (v->len == 0)
        return NULL;
    const struct person *oldest = &v->at[0];
    for (size_t i = 1; i < v->len; i++)
        if (v->at[i].age > oldest->age)
            oldest = &v->at[i];
    return oldest;
}

/* Insertion sort: quadratic, but stable, and quick where little is out of order. */
void people_sort_by_age(struct people *v)
{
    for (size_t i = 1; i < v->len; i++)
        for (size_t k = i; k > 0 && v->at[k - 1].age > v->at[k].age; k--)
            person_swap(&v->at[k - 1], &v->at[k]);
}
