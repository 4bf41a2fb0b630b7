/* meminfo.h - what Linux says in /proc/meminfo, as numbers.
 * SPDX-License-Identifier: MIT
 *
 *     MemTotal:       16316372 kB
 *     HugePages_Total:       0
 *
 * The kernel may add lines, so all of them are kept, in order, by name. A meminfo does not borrow
 * from the text that it was read from. */
#ifndef SAFE_MEMINFO_H
#define SAFE_MEMINFO_H

#include "strbuf.h"
#include "view.h"
#include <corten.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#pragma corten safe

/* A line with a unit is in bytes here, whatever its unit was. */
struct meminfo_line {
    char *__own __null_terminated name;
    uint64_t value;
    bool is_size;
};

struct meminfo {
    struct meminfo_line *__own _Nullable __counted_by(cap) __filled(len) at;
    size_t len, cap;
} __invariant(len <= cap);

enum meminfo_error { MEMINFO_OK, MEMINFO_NO_MEMORY, MEMINFO_BAD_LINE };

/* *line counts from 1: the one that is wrong, or how many there were. */
enum meminfo_error meminfo_parse(struct view text,
                                 struct meminfo *__inits __when(return == MEMINFO_OK) out,
                                 size_t *__inits line);
void meminfo_drop(struct meminfo *__drops m);

const struct meminfo_line *_Nullable meminfo_find(const struct meminfo *__lifetimebound m,
                                                  const char *name);

/* How much of the memory is in use, in tenths of a percent; false: the lines for it are missing,
 * or contradict each other. */
bool meminfo_used(const struct meminfo *m, unsigned *__inits __when(return == true) permille);

/* "MemTotal  15.6 GiB" */
int meminfo_print_line(const struct meminfo_line *l, struct strbuf *out);
int meminfo_print_size(uint64_t bytes, struct strbuf *out);

#endif
