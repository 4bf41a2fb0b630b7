/* meminfo.c - what Linux says in /proc/meminfo, as numbers.
 * SPDX-License-Identifier: MIT
 *
 * The parser cuts views out of the text: lines out of the text, the name and the rest out of a
 * line, the number and the unit out of the rest. Only the name is copied, at the very end, when
 * nothing can be wrong any more but the memory. */
#include "meminfo.h"

#include <stdlib.h>
#include <string.h>
#pragma corten safe

#define MEMINFO_MAX (SIZE_MAX / sizeof(struct meminfo_line) / 4)

/* ---- lines --------------------------------------------------------------------------------- */

static void line_drop(struct meminfo_line *__drops l)
{
    free(l->name);
}

static enum meminfo_error line_parse(struct view text,
                                     struct meminfo_line *__inits __when(return == MEMINFO_OK) out)
{
    struct view name = view_trim(view_before(text, ':'));
    struct view rest = view_trim(view_after(text, ':'));
    struct view unit = view_trim(view_after(rest, ' '));
    uint64_t value;
    if (name.len == 0 || !view_number(view_before(rest, ' '), &value))
        return MEMINFO_BAD_LINE;
    bool is_size = view_is(unit, "kB");
    if (is_size ? value > UINT64_MAX / 1024 : unit.len > 0)
        return MEMINFO_BAD_LINE;
    char *copy = view_copy(name);
    if (copy == NULL)
        return MEMINFO_NO_MEMORY;
    out->name = copy;
    out->value = is_size ? value * 1024 : value;
    out->is_size = is_size;
    return MEMINFO_OK;
}

/* ---- all of them --------------------------------------------------------------------------- */

void meminfo_drop(struct meminfo *__drops m)
{
    while (m->len > 0) {
        m->len--;
        line_drop(&m->at[m->len]);
    }
    free(m->at);
}

static enum meminfo_error add_line(struct meminfo *m, struct view text)
{
    if (m->len == m->cap) {
        if (m->cap > MEMINFO_MAX)
            return MEMINFO_NO_MEMORY;
        size_t cap = m->cap + (m->cap / 2 + 32);
        struct meminfo_line *p = realloc(m->at, cap * sizeof *p);
        if (p == NULL)
            return MEMINFO_NO_MEMORY;
        m->at = p;
        m->cap = cap;
    }
    struct meminfo_line l;
    enum meminfo_error e = line_parse(text, &l);
    if (e != MEMINFO_OK)
        return e;
    m->at[m->len] = l;
    m->len++;
    return MEMINFO_OK;
}

enum meminfo_error meminfo_parse(struct view text,
                                 struct meminfo *__inits __when(return == MEMINFO_OK) out,
                                 size_t *__inits line)
{
    struct meminfo m = {NULL, 0, 0};
    struct view rest = text;
    *line = 0;
    while (rest.len > 0) {
        struct view next = view_before(rest, '\n');
        rest = view_after(rest, '\n');
        ++*line;
        enum meminfo_error e = add_line(&m, next);
        if (e != MEMINFO_OK) {
            meminfo_drop(&m);
            return e;
        }
    }
    *out = m;
    return MEMINFO_OK;
}

const struct meminfo_line *_Nullable meminfo_find(const struct meminfo *__lifetimebound m,
                                                  const char *name)
{
    for (size_t i = 0; i < m->len; i++)
        if (strcmp(m->at[i].name, name) == 0)
            return &m->at[i];
    return NULL;
}

/* The total is divided before the used part is multiplied, so that neither can wrap. */
bool meminfo_used(const struct meminfo *m, unsigned *__inits __when(return == true) permille)
{
    const struct meminfo_line *total = meminfo_find(m, "MemTotal");
    const struct meminfo_line *available = meminfo_find(m, "MemAvailable");
    if (total == NULL || available == NULL || available->value > total->value)
        return false;
    uint64_t thousandth = total->value / 1000;
    if (thousandth == 0)
        return false;
    uint64_t used = (total->value - available->value) / thousandth;
    *permille = used > 1000 ? 1000 : (unsigned)used;
    return true;
}

/* ---- for people ---------------------------------------------------------------------------- */

int meminfo_print_size(uint64_t bytes, struct strbuf *out)
{
    static const char *const units[] = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    size_t unit = 0;
    uint64_t whole = bytes;
    uint64_t rest = 0;
    while (whole >= 1024 && unit + 1 < sizeof units / sizeof units[0]) {
        rest = whole % 1024;
        whole /= 1024;
        unit++;
    }
    if (strbuf_add_uint(out, whole) != 0)
        return -1;
    if (unit > 0 && (strbuf_add_char(out, '.') != 0 || strbuf_add_uint(out, rest * 10 / 1024) != 0))
        return -1;
    return strbuf_add_char(out, ' ') != 0 ? -1 : strbuf_add(out, units[unit]);
}

int meminfo_print_line(const struct meminfo_line *l, struct strbuf *out)
{
    if (strbuf_add(out, l->name) != 0 || strbuf_add(out, "  ") != 0)
        return -1;
    return l->is_size ? meminfo_print_size(l->value, out) : strbuf_add_uint(out, l->value);
}
