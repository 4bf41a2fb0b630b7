/* input.c - reading files: whole ones, or line by line.
 * SPDX-License-Identifier: MIT
 *
 * A file is owned by fclose() as memory is by free(), and is released on every path likewise.
 * Standard input belongs to nobody here, so it is only borrowed. */
#include "input.h"

#include <string.h>
#pragma corten safe

int input_read(FILE *f, struct strbuf *out)
{
    char piece[4096];
    size_t n;
    while ((n = fread(piece, 1, sizeof piece, f)) > 0)
        if (strbuf_add_n(out, piece, n) != 0)
            return -1;
    return ferror(f) ? -1 : 0;
}

int input_read_file(const char *path, struct strbuf *out)
{
    if (strcmp(path, "-") == 0)
        return input_read(stdin, out);
    FILE *f = fopen(path, "r");
    if (f == NULL)
        return -1;
    int result = input_read(f, out);
    fclose(f);
    return result;
}

int input_line(FILE *f, struct strbuf *line)
{
    int c;
    strbuf_truncate(line, 0);
    while ((c = getc(f)) != EOF && c != '\n')
        if (strbuf_add_char(line, (char)c) != 0)
            return -1;
    if (c == EOF && ferror(f))
        return -1;
    return c == '\n' || line->len > 0;
}
