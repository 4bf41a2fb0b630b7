// A sorted table is inserted into when it is full.
// run: echo 9 8 7 6 5 4 3 2 1 | ./a.out
#include <stdio.h>
#include <string.h>

#define BEST 5

int main(void)
{
    int best[BEST], n = 0, v;
    while (scanf("%d", &v) == 1) {
        int at = 0;
        while (at < n && best[at] <= v)
            at++;
        memmove(best + at + 1, best + at, (size_t)(n - at) * sizeof *best); //~ out-of-bounds
        best[at] = v;
        n++;
    }
    printf("%d values\n", n);
    return 0;
}
