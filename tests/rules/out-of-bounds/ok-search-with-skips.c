// A fast search in a text, by a table of skips.
// run: ./a.out needle 'a haystack with a needle in it'
#include <stdio.h>
#include <string.h>

static const char *find(const char *text, size_t n, const char *what, size_t m)
{
    size_t skip[256];
    if (m == 0 || m > n)
        return NULL;
    for (size_t i = 0; i < 256; i++)
        skip[i] = m;
    for (size_t i = 0; i + 1 < m; i++)
        skip[(unsigned char)what[i]] = m - 1 - i;
    for (size_t at = 0; n - at >= m; at += skip[(unsigned char)text[at + m - 1]]) {
        size_t i = m;
        while (i > 0 && text[at + i - 1] == what[i - 1])
            i--;
        if (i == 0)
            return text + at;
    }
    return NULL;
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 1;
    const char *p = find(argv[2], strlen(argv[2]), argv[1], strlen(argv[1]));
    puts(p != NULL ? p : "not found");
    return 0;
}
