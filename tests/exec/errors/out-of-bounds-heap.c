#include <stdlib.h>
int main(void)
{
    int n = 4, sum = 0, *v = calloc(n, sizeof *v);
    for (int i = 0; i <= n; i++)
        sum += v[i]; //~ out-of-bounds
    free(v);
    return sum;
}
