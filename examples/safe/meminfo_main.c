/* meminfo_main.c - shows how much memory there is and how much of it is in use.
 * SPDX-License-Identifier: MIT
 *
 *     safe-meminfo [FILE [NAME...]]     /proc/meminfo if there is no file; some lines by name */
#include "input.h"
#include "meminfo.h"

#include <stdio.h>
#pragma corten safe

static int print_used(const struct meminfo *m, struct strbuf *out)
{
    unsigned permille;
    if (!meminfo_used(m, &permille))
        return 0;
    if (strbuf_add(out, "in use  ") != 0 || strbuf_add_uint(out, permille / 10) != 0)
        return -1;
    if (strbuf_add_char(out, '.') != 0 || strbuf_add_uint(out, permille % 10) != 0)
        return -1;
    return strbuf_add(out, " %\n");
}

static int print_one(const struct meminfo *m, const char *name, struct strbuf *out)
{
    const struct meminfo_line *l = meminfo_find(m, name);
    if (l == NULL) {
        fprintf(stderr, "safe-meminfo: there is no %s\n", name);
        return -1;
    }
    return meminfo_print_line(l, out) != 0 ? -1 : strbuf_add_char(out, '\n');
}

static int print_usual(const struct meminfo *m, struct strbuf *out)
{
    static const char *const usual[] = {"MemTotal", "MemAvailable", "SwapTotal", "SwapFree"};
    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++)
        if (meminfo_find(m, usual[i]) != NULL && print_one(m, usual[i], out) != 0)
            return -1;
    return print_used(m, out);
}

static int read_meminfo(const char *path, struct meminfo *__inits __when(return == 0) out)
{
    struct strbuf text;
    size_t line = 0;
    strbuf_init(&text);
    if (input_read_file(path, &text) != 0) {
        perror(path);
        strbuf_drop(&text);
        return -1;
    }
    enum meminfo_error e = meminfo_parse(view_of_n(text.data, text.len), out, &line);
    strbuf_drop(&text);
    if (e == MEMINFO_OK)
        return 0;
    fprintf(stderr, "%s:%zu: %s\n", path, line,
            e == MEMINFO_BAD_LINE ? "this line is not understood" : "out of memory");
    return -1;
}

int main(int argc, char **argv)
{
    struct meminfo m;
    struct strbuf out;
    if (read_meminfo(argc > 1 ? argv[1] : "/proc/meminfo", &m) != 0)
        return 2;
    int code = 0;
    strbuf_init(&out);
    if (argc <= 2 && print_usual(&m, &out) != 0)
        code = 1;
    for (int i = 2; i < argc; i++)
        if (print_one(&m, argv[i], &out) != 0)
            code = 1;
    const char *s = strbuf_str(&out);
    if (s != NULL)
        fputs(s, stdout);
    strbuf_drop(&out);
    meminfo_drop(&m);
    return code;
}
