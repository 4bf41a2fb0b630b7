// Bounded copies that the C library lacks.
// run: ./a.out a-text-that-is-too-long-for-all-of-them
#include <stdio.h>
#include <string.h>

static size_t copy_text(char *to, const char *from, size_t size)
{
    size_t n = strlen(from);
    if (size > 0) {
        size_t k = n < size - 1 ? n : size - 1;
        memcpy(to, from, k);
        to[k] = '\0';
    }
    return n;
}

static size_t append_text(char *to, const char *from, size_t size)
{
    size_t used = strnlen(to, size);
    return used == size ? size : used + copy_text(to + used, from, size - used);
}

static char *copy_end(char *to, char *end, const char *from)
{
    while (to < end - 1 && *from != '\0')
        *to++ = *from++;
    *to = '\0';
    return to;
}

int main(int argc, char **argv)
{
    char a[16], b[20] = "prefix ", c[12];
    const char *s = argc > 1 ? argv[1] : "short";
    if (copy_text(a, s, sizeof a) >= sizeof a)
        strcpy(a + sizeof a - 4, "...");
    append_text(b, s, sizeof b);
    char *p = copy_end(c, c + sizeof c, s);
    p = copy_end(p, c + sizeof c, "!");
    printf("%s %s %s %d\n", a, b, c, (int)(p - c));
    return 0;
}
