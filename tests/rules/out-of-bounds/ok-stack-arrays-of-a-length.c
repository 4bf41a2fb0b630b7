// Arrays of variable length and memory from alloca, with a limit.
// run: ./a.out 12 text
#include <alloca.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reverse(char *s)
{
    for (char *a = s, *b = s + strlen(s); a < b;) {
        char c = *--b;
        *b = *a;
        *a++ = c;
    }
}

int main(int argc, char **argv)
{
    int n = argc > 1 ? atoi(argv[1]) : 5;
    if (n < 1 || n > 64)
        return 1;
    int v[n], w[n][3];
    for (int i = 0; i < n; i++) {
        v[i] = i;
        for (int k = 0; k < 3; k++)
            w[i][k] = i + k;
    }
    const char *s = argc > 2 ? argv[2] : "nothing";
    size_t len = strlen(s);
    if (len > 256)
        return 1;
    char *copy = alloca(len + 1);
    memcpy(copy, s, len + 1);
    reverse(copy);
    char line[n + 1];
    memset(line, '-', sizeof line - 1);
    line[n] = '\0';
    printf("%d %d %s %s %zu\n", v[n - 1], w[n - 1][2], copy, line, sizeof v / sizeof v[0]);
    return 0;
}
