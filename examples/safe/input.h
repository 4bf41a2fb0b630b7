/* input.h - reading files: whole ones, or line by line.
 * SPDX-License-Identifier: MIT */
#ifndef SAFE_INPUT_H
#define SAFE_INPUT_H

#include "strbuf.h"
#include <corten.h>
#include <stdio.h>
#pragma corten safe

/* The rest of the file goes behind what is in the buffer. -1: it can't be read, or no memory. */
int input_read(FILE *f, struct strbuf *out);

/* The same for a file that has a name; "-" is standard input. */
int input_read_file(const char *path, struct strbuf *out);

/* The next line, without its newline, replaces what is in the buffer. 1: there is one; 0: there is
 * none any more; -1: it can't be read, or no memory. */
int input_line(FILE *f, struct strbuf *line);

#endif
