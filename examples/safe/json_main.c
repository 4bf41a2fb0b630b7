/* json_main.c - reads a JSON file and prints it, or the part that a path leads to.
 * SPDX-License-Identifier: MIT
 *
 *     safe-json [FILE [PATH]]       safe-json users.json 0.address.city
 *
 * Without a file, or with "-", it reads standard input. Exit code 1: no such part; 2: not JSON. */
#include "input.h"
#include "json.h"

#include <stdio.h>
#pragma corten safe

static int print_part(const struct json *j, const char *path)
{
    const struct json *part = json_find(j, path);
    if (part == NULL) {
        fprintf(stderr, "safe-json: there is no %s\n", path);
        return 1;
    }
    struct strbuf out;
    strbuf_init(&out);
    const char *text = json_print(part, 2, &out) == 0 ? strbuf_str(&out) : NULL;
    if (text != NULL)
        puts(text);
    else
        fputs("safe-json: out of memory\n", stderr);
    int code = text != NULL ? 0 : 2;
    strbuf_drop(&out);
    return code;
}

static int print_file(const char *file, const char *path)
{
    struct strbuf text;
    struct json j;
    struct json_error e;
    strbuf_init(&text);
    if (input_read_file(file, &text) != 0) {
        perror(file);
        strbuf_drop(&text);
        return 2;
    }
    int parsed = json_parse(text.data, text.len, &j, &e);
    strbuf_drop(&text);
    if (parsed != 0) {
        fprintf(stderr, "%s:%zu:%zu: %s\n", file, e.line, e.column, e.message);
        return 2;
    }
    int code = print_part(&j, path);
    json_drop(&j);
    return code;
}

int main(int argc, char **argv)
{
    return print_file(argc > 1 ? argv[1] : "-", argc > 2 ? argv[2] : "");
}
