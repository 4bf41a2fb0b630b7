/* vector.h - a growing array of people, each of whom owns a name.
 * SPDX-License-Identifier: MIT
 *
 * The struct below is the whole of Rust's Vec<Person>, said in three annotations:
 *
 *     __own __counted_by(cap)   the vector owns one allocation, which has room for `cap` people
 *     __filled(len)             the first `len` of them are there; the rest is raw memory
 *     __invariant(len <= cap)   and this is true whenever somebody can look
 *
 * A pointer that people_at() or people_find() returned borrows from the vector: any call that
 * takes the vector without const may move the people, and ends the borrow.
 *
 * Functions that can fail return 0, or -1 and have changed nothing. */
#ifndef SAFE_VECTOR_H
#define SAFE_VECTOR_H

#include <corten.h>
#include <stddef.h>
#pragma corten safe

struct person {
    char *__own __null_terminated name;
    unsigned age;
};

int person_init(struct person *__inits __when(return == 0) p, const char *name, unsigned age);
int person_rename(struct person *p, const char *name);
void person_drop(struct person *__drops p);

/* Two people change places; both must be initialised, so nothing is lost. */
void person_swap(struct person *a, struct person *b);

struct people {
    struct person *__own _Nullable __counted_by(cap) __filled(len) at;
    size_t len, cap;
} __invariant(len <= cap);

void people_init(struct people *__inits v);
void people_drop(struct people *__drops v);

/* Makes room for `extra` more people, so that as many calls of people_push() don't allocate. */
int people_reserve(struct people *v, size_t extra);

int people_push(struct people *v, const char *name, unsigned age);

/* The last one moves out into *out, whose owner the caller is from now on; -1: there is none. */
int people_pop(struct people *v, struct person *__inits __when(return == 0) out);

/* In front of the one at `i`, or at the end if i is the length. A larger i traps. */
int people_insert(struct people *v, size_t i, const char *name, unsigned age);

/* The one at `i` moves out. people_remove() keeps the order; people_swap_remove() puts the last
 * one into the gap, and takes the same time however long the vector is. */
int people_remove(struct people *v, size_t i, struct person *__inits __when(return == 0) out);
int people_swap_remove(struct people *v, size_t i, struct person *__inits __when(return == 0) out);

/* Drops all but the first `n`. */
void people_truncate(struct people *v, size_t n);

/* Traps unless i is below the length, as v[i] does in Rust. */
const struct person *people_at(const struct people *v, size_t i);
int people_rename(struct people *v, size_t i, const char *name);

const struct person *_Nullable people_find(const struct people *__lifetimebound v,
                                           const char *name);
const struct person *_Nullable people_oldest(const struct people *v);

/* The youngest first; those of one age keep their order. */
void people_sort_by_age(struct people *v);

#endif
