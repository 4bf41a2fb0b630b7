// A function of the program measures the text: a literal of one character.
#include <stdlib.h>
#include <string.h>
struct text { char *z; long n, alloc; };
static int strlen30(const char *z)
{
    const char *end = z;
    while (*end)
        end++;
    return 0x3fffffff & (int)(end - z);
}
static void append(struct text *p, const char *add, char quote)
{
    long i, n = strlen30(add), len = n + p->n + 1;
    if (quote) {
        len += 2;
        for (i = 0; i < n; i++)
            if (add[i] == quote)
                len++;
    }
    if (p->z == 0 || p->n + len >= p->alloc) {
        p->alloc = p->alloc * 2 + len + 20;
        p->z = realloc(p->z, p->alloc);
        if (!p->z)
            abort();
    }
    if (quote) {
        char *z = p->z + p->n;
        *z++ = quote;
        for (i = 0; i < n; i++) {
            *z++ = add[i];
            if (add[i] == quote)
                *z++ = quote;
        }
        *z++ = quote;
        p->n = (int)(z - p->z);
        *z = 0;
    } else {
        memcpy(p->z + p->n, add, n);
        p->n += n;
        p->z[p->n] = 0;
    }
}
void row(struct text *p, int n, char **v)
{
    if (p->n)
        append(p, "|", 0);
    for (int i = 0; i < n; i++) {
        if (i)
            append(p, ",", 0);
        if (v[i])
            append(p, v[i], 0);
    }
}
