/* grid.c - a two-dimensional array of cells, and two things to do with one: Conway's Life on a
 * torus, and filling an area.
 * SPDX-License-Identifier: MIT
 *
 * The product of width and height is taken once, in grid_init(), and it is checked by a division
 * that it does not wrap. Everything else goes through cell_at() or a row. */
#include "grid.h"

#include <stdbool.h>
#include <stdlib.h>
#pragma corten safe

#define GRID_MAX (SIZE_MAX / sizeof(size_t) / 2)

int grid_init(struct grid *__inits __when(return == 0) g, size_t width, size_t height)
{
    if (width == 0 || height == 0 || width > GRID_MAX / height)
        return -1;
    size_t count = width * height;
    uint8_t *cell = calloc(count, 1);
    if (cell == NULL)
        return -1;
    g->cell = cell;
    g->width = width;
    g->height = height;
    g->count = count;
    return 0;
}

void grid_drop(struct grid *__drops g)
{
    free(g->cell);
}

/* ---- places -------------------------------------------------------------------------------- */

const uint8_t *__counted_by(g->width) grid_row(const struct grid *g, size_t y)
{
    size_t start = y * g->width;
    size_t end = start + g->width;
    __checked(y < g->height && start <= end && end <= g->count);
    return g->cell + start;
}

uint8_t *__counted_by(g->width) grid_row_mut(struct grid *__noinvalidate g, size_t y)
{
    size_t start = y * g->width;
    size_t end = start + g->width;
    __checked(y < g->height && start <= end && end <= g->count);
    return g->cell + start;
}

uint8_t grid_get(const struct grid *g, size_t x, size_t y)
{
    __checked(x < g->width);
    return grid_row(g, y)[x];
}

void grid_set(struct grid *g, size_t x, size_t y, uint8_t value)
{
    uint8_t *row = grid_row_mut(g, y);
    __checked(x < g->width);
    row[x] = value;
}

void grid_read(struct grid *g, const char *text)
{
    size_t x = 0;
    size_t y = 0;
    for (size_t i = 0; text[i] != '\0'; i++) {
        if (text[i] == '\n') {
            x = 0;
            y++;
        } else {
            if (x < g->width && y < g->height)
                grid_set(g, x, y, text[i] != ' ' && text[i] != '.');
            x++;
        }
    }
}

/* ---- Life ---------------------------------------------------------------------------------- */

/* The neighbour to one side, around the end: what comes in is below n, and so is what comes out. */
static size_t before(size_t i, size_t n)
{
    return i > 0 ? i - 1 : n - 1;
}

static size_t after(size_t i, size_t n)
{
    return i + 1 < n ? i + 1 : 0;
}

static void life_row(const uint8_t *__counted_by(n) above, const uint8_t *__counted_by(n) here,
                     const uint8_t *__counted_by(n) below, uint8_t *__counted_by(n) to, size_t n)
{
    for (size_t x = 0; x < n; x++) {
        size_t left = before(x, n);
        size_t right = after(x, n);
        __checked(left < n && right < n);
        unsigned alive = 0u + above[left] + above[x] + above[right] + here[left] + here[right] +
                         below[left] + below[x] + below[right];
        to[x] = alive == 3 || (alive == 2 && here[x] == 1);
    }
}

/* For all that its contract says grid_row_mut() may change the width of `to`: it is compared when
 * the row is there. */
void grid_life(const struct grid *from, struct grid *to)
{
    size_t width = from->width;
    size_t height = from->height;
    for (size_t y = 0; y < height; y++) {
        uint8_t *row = grid_row_mut(to, y);
        __checked(to->width == width && to->height == height);
        life_row(grid_row(from, before(y, height)), grid_row(from, y),
                 grid_row(from, after(y, height)), row, width);
    }
}

size_t grid_population(const struct grid *g)
{
    size_t n = 0;
    for (size_t i = 0; i < g->count; i++)
        n += g->cell[i] != 0;
    return n;
}

/* ---- filling ------------------------------------------------------------------------------- */

/* Cells whose neighbours have still to be looked at. A cell gets its new value when it is put
 * there, so none gets there twice, and as many places as there are cells are enough. */
struct todo {
    size_t *__own __counted_by(cap) cell;
    size_t len, cap;
} __invariant(len <= cap);

static int todo_init(struct todo *__inits __when(return == 0) t, size_t cap)
{
    size_t *cell = calloc(cap, sizeof *cell);
    if (cell == NULL)
        return -1;
    t->cell = cell;
    t->len = 0;
    t->cap = cap;
    return 0;
}

static void todo_drop(struct todo *__drops t)
{
    free(t->cell);
}

static void visit(struct grid *g, struct todo *t, size_t x, size_t y, uint8_t was, uint8_t to)
{
    if (grid_get(g, x, y) != was)
        return;
    grid_set(g, x, y, to);
    __checked(t->len < t->cap);
    t->cell[t->len] = y * g->width + x;
    t->len++;
}

int grid_fill(struct grid *g, size_t x, size_t y, uint8_t to,
              size_t *__inits __when(return == 0) filled)
{
    uint8_t was = grid_get(g, x, y);
    if (was == to) {
        *filled = 0;
        return 0;
    }
    struct todo t;
    if (todo_init(&t, g->count) != 0)
        return -1;
    size_t n = 0;
    visit(g, &t, x, y, was, to);
    while (t.len > 0) {
        t.len--;
        size_t cx = t.cell[t.len] % g->width;
        size_t cy = t.cell[t.len] / g->width;
        if (cx > 0)
            visit(g, &t, cx - 1, cy, was, to);
        if (cx + 1 < g->width)
            visit(g, &t, cx + 1, cy, was, to);
        if (cy > 0)
            visit(g, &t, cx, cy - 1, was, to);
        if (cy + 1 < g->height)
            visit(g, &t, cx, cy + 1, was, to);
        n++;
    }
    todo_drop(&t);
    *filled = n;
    return 0;
}
