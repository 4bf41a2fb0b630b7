/* search_main.c - prints the lines of files that match a pattern.
 * SPDX-License-Identifier: MIT
 *
 *     safe-search [-Ficonv] PATTERN [FILE...]
 *
 *     -F  the pattern is a literal text       -n  with line numbers
 *     -i  letters of both cases are equal     -o  only what matches
 *     -c  only count                          -v  the lines that don't match
 *
 * Exit codes are grep's: 0 found, 1 nothing found, 2 something is wrong. */
#include "input.h"
#include "search.h"

#include <stdio.h>
#include <string.h>
#pragma corten safe

struct arguments {
    struct search_options search;
    bool literal, fold;
};

/* False: there is no such option. */
static bool read_options(const char *letters, struct arguments *a)
{
    for (size_t i = 0; letters[i] != '\0'; i++) {
        switch (letters[i]) {
        case 'F': a->literal = true; break;
        case 'i': a->fold = true; break;
        case 'c': a->search.count = true; break;
        case 'o': a->search.only_match = true; break;
        case 'n': a->search.numbers = true; break;
        case 'v': a->search.invert = true; break;
        default: return false;
        }
    }
    return true;
}

static int search_file(struct pattern *p, const struct search_options *o, const char *path,
                       const char *prefix)
{
    struct strbuf text, out;
    size_t found = 0;
    int code = 2;
    strbuf_init(&text);
    strbuf_init(&out);
    if (input_read_file(path, &text) != 0) {
        perror(path);
    } else if (search_text(p, o, prefix, view_of_n(text.data, text.len), &out, &found) != 0) {
        fputs("safe-search: out of memory\n", stderr);
    } else {
        /* Not as a string: a line may contain a NUL. */
        if (out.len > 0)
            fwrite(out.data, 1, out.len, stdout);
        code = found > 0 ? 0 : 1;
    }
    strbuf_drop(&text);
    strbuf_drop(&out);
    return code;
}

/* "path:" in front of each line, where there is more than one file. */
static int search_named(struct pattern *p, const struct search_options *o, const char *path,
                        bool alone)
{
    if (alone)
        return search_file(p, o, path, "");
    struct strbuf b;
    int code = 2;
    strbuf_init(&b);
    const char *prefix = NULL;
    if (strbuf_add(&b, path) == 0 && strbuf_add_char(&b, ':') == 0)
        prefix = strbuf_str(&b);
    if (prefix != NULL)
        code = search_file(p, o, path, prefix);
    strbuf_drop(&b);
    return code;
}

static int init_pattern(struct pattern *__inits __when(return == 0) p,
                        const char *__captured_by(p) text, const struct arguments *a)
{
    if (a->literal && !a->fold) {
        pattern_init_literal(p, view_of(text));
        return 0;
    }
    if (a->literal) {
        fputs("safe-search: -F and -i don't go together\n", stderr);
        return -1;
    }
    enum regex_error e = pattern_init_regex(p, view_of(text), a->fold);
    if (e == REGEX_OK)
        return 0;
    fprintf(stderr, "safe-search: %s: %s\n", text, regex_error_text(e));
    return -1;
}

int main(int argc, char **argv)
{
    struct arguments a = {{false, false, false, false}, false, false};
    struct pattern p;
    int i = 1;
    while (i < argc && argv[i][0] == '-' && argv[i][1] != '\0') {
        if (!read_options(argv[i] + 1, &a)) {
            fprintf(stderr, "safe-search: there is no option %s\n", argv[i]);
            return 2;
        }
        i++;
    }
    if (i >= argc) {
        fputs("usage: safe-search [-Ficonv] PATTERN [FILE...]\n", stderr);
        return 2;
    }
    if (init_pattern(&p, argv[i], &a) != 0)
        return 2;
    i++;
    int code = 1;
    if (i >= argc)
        code = search_named(&p, &a.search, "-", true);
    for (int file = i; file < argc; file++) {
        int result = search_named(&p, &a.search, argv[file], argc - i == 1);
        if (result == 2 || (result == 0 && code == 1))
            code = result;
    }
    pattern_drop(&p);
    return code;
}
