// A returned struct carries the array itself.
#include <stdio.h>
#include <string.h>

struct slice {
    char p[16];
    size_t n;
};

static struct slice first_word(const char *s)
{
    struct slice r;
    size_t n = strcspn(s, " ");
    if (n >= sizeof r.p)
        n = sizeof r.p - 1;
    memcpy(r.p, s, n);
    r.p[n] = '\0';
    r.n = n;
    return r;
}

int main(void)
{
    struct slice w = first_word("two words");
    printf("%zu %c\n", w.n, w.p[0]);
    return 0;
}
