// A loop that nothing but its input ends, with one release after it.
#include <stdlib.h>

struct reader {
    const char *at, *end;
    int depth, column, line, quotes, words, commas;
};

static int step(struct reader *r, char c)
{
    switch (c) {
    case '(': r->depth++; break;
    case ')': r->depth--; break;
    case '"': r->quotes++; break;
    case ' ': r->words++; break;
    case ',': r->commas++; break;
    case '\n':
        r->line++;
        r->column = 0;
        break;
    case '\\': return r->quotes & 1 ? 0 : 2;
    default: r->column++;
    }
    return r->depth < 0;
}

int run(struct reader *r)
{
    char *copy = malloc(16);
    int wrong = 0;
    while (!wrong && r->at < r->end) {
        char c = *r->at++;
        if (c == '#' && !(r->quotes & 1)) {
            r->words = 0;
            continue;
        }
        wrong = step(r, c);
        if (wrong == 1) {
            r->line--;
            break;
        }
        if (c == '!' && r->commas)
            r->commas = step(r, ',');
        else if (c == '?' && r->words)
            r->words = r->depth + step(r, ' ');
        else if (c == ':' && r->column > 3)
            r->column = r->depth + step(r, '"');
    }
    free(copy);

    return wrong;
}
