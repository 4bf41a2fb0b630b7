// A table says which characters have a value; the others are not used as an index.
// run: ./a.out 'QUJD*'
#include <stdio.h>
#include <string.h>

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int main(int argc, char **argv)
{
    static signed char value[256];
    static int count[64];
    memset(value, -1, sizeof value);
    for (int i = 0; i < 64; i++)
        value[(unsigned char)alphabet[i]] = (signed char)i;
    const char *s = argc > 1 ? argv[1] : "";
    for (; *s != '\0'; s++) {
        int v = value[(unsigned char)*s];
        if (v < 0)
            continue;
        count[v]++;
        const char *at = memchr(alphabet, *s, sizeof alphabet - 1);
        if (at != NULL)
            count[at - alphabet]++;
    }
    printf("%d\n", count[0]);
    return 0;
}
