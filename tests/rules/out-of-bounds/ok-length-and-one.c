// Strings are copied with strlen and one in the usual ways.
// run: ./a.out some words
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *copy(const char *s)
{
    size_t n = strlen(s) + 1;
    char *p = malloc(n);
    return p ? memcpy(p, s, n) : NULL;
}

static char *join(const char *a, const char *b)
{
    size_t na = strlen(a), nb = strlen(b);
    char *p = malloc(na + nb + 2);
    if (p == NULL)
        return NULL;
    memcpy(p, a, na);
    p[na] = ' ';
    memcpy(p + na + 1, b, nb + 1);
    return p;
}

static char *quoted(const char *s)
{
    int n = snprintf(NULL, 0, "\"%s\"", s);
    if (n < 0)
        return NULL;
    char *p = malloc((size_t)n + 1);
    if (p != NULL)
        snprintf(p, (size_t)n + 1, "\"%s\"", s);
    return p;
}

int main(int argc, char **argv)
{
    const char *s = argc > 1 ? argv[1] : "";
    char *a = copy(s), *b = join(s, "x"), *c = quoted(s);
    if (a && b && c)
        printf("%s %s %s\n", a, b, c);
    free(a);
    free(b);
    free(c);
    return 0;
}
