// A returned struct carries a pointer to a local array.
#include <stdio.h>
#include <string.h>

struct slice {
    const char *p;
    size_t n;
};

static struct slice first_word(const char *s)
{
    char word[16];
    struct slice r;
    size_t n = strcspn(s, " ");
    if (n >= sizeof word)
        n = sizeof word - 1;
    memcpy(word, s, n);
    word[n] = '\0';
    r.p = word;
    r.n = n;
    return r; //~ use-after-scope
}

int main(void)
{
    struct slice w = first_word("two words");
    printf("%zu %c\n", w.n, w.p[0]);
    return 0;
}
