// The encoded text of n bytes is not rounded up to four characters, nor terminated.
#include <stdio.h>
#include <stdlib.h>

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int main(void)
{
    static const unsigned char in[5] = { 'h', 'e', 'l', 'l', 'o' };
    size_t n = sizeof in, w = 0;
    char *out = malloc(n * 4 / 3);
    if (out == NULL)
        return 1;
    for (size_t i = 0; i < n; i += 3) {
        unsigned v = (unsigned)in[i] << 16;
        v |= i + 1 < n ? (unsigned)in[i + 1] << 8 : 0;
        v |= i + 2 < n ? in[i + 2] : 0;
        out[w++] = alphabet[v >> 18 & 63];
        out[w++] = alphabet[v >> 12 & 63];
        out[w++] = i + 1 < n ? alphabet[v >> 6 & 63] : '='; //~ out-of-bounds
        out[w++] = i + 2 < n ? alphabet[v & 63] : '=';
    }
    printf("%.*s\n", (int)w, out);
    free(out);
    return 0;
}
