#include <stdio.h>
int f(int a, int b, int *p)
{
    int x, y = 0, k[4];
    switch (a) {
    case 1: x = 2; break;
    case 2 ... 5: x = b; goto out;
    default: y = 1;
    }
    do {
        k[y & 3] = x++;
        if (p && *p > 3)
            continue;
        y += b ? k[0] : *p;
    } while (y < 10);
out:
    return y ? k[1] : f(a - 1, b, p);
}
int g(void)
{
    FILE *f = fopen("a", "r");
    char *line = NULL, text[8];
    size_t n = 0;
    if (f)
        while (getline(&line, &n, f) > 0)
            sscanf(line, "%7s", text);
    return text[0];
}
