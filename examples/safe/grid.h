/* grid.h - a two-dimensional array of cells, and two things to do with one: Conway's Life on a
 * torus, and filling an area.
 * SPDX-License-Identifier: MIT
 *
 * The cells are one array, row after row. That y * width + x is inside cannot be said with
 * differences, as it is a product; so a row is handed out by grid_row(), which checks its place
 * once, and from there on `x < width` is all that there is to show.
 *
 * Functions that can fail return 0, or -1 and have changed nothing. */
#ifndef SAFE_GRID_H
#define SAFE_GRID_H

#include <corten.h>
#include <stddef.h>
#include <stdint.h>
#pragma corten safe

struct grid {
    uint8_t *__own __counted_by(count) cell;
    size_t width, height, count;
} __invariant(0 < width && 0 < height);

/* All cells are 0. -1: a side is 0, or there is no memory for so many. */
int grid_init(struct grid *__inits __when(return == 0) g, size_t width, size_t height);
void grid_drop(struct grid *__drops g);

/* Row y, to look at or to write to; traps if there is none. */
const uint8_t *__counted_by(g->width) grid_row(const struct grid *g, size_t y);
uint8_t *__counted_by(g->width) grid_row_mut(struct grid *__noinvalidate g, size_t y);

/* One cell; traps if it is outside. */
uint8_t grid_get(const struct grid *g, size_t x, size_t y);
void grid_set(struct grid *g, size_t x, size_t y, uint8_t value);

/* Reads rows of text, which a newline ends: a blank or a dot is 0, anything else 1. What does not
 * fit is left out. */
void grid_read(struct grid *g, const char *text);

/* The next generation of `from` goes to `to`, which has the same size, or it traps. */
void grid_life(const struct grid *from, struct grid *to);
size_t grid_population(const struct grid *g);

/* Gives all cells that hang together with (x, y) and have its value the value `to`, and tells how
 * many those were. */
int grid_fill(struct grid *g, size_t x, size_t y, uint8_t to,
              size_t *__inits __when(return == 0) filled);

#endif
