// Unsigned counters that run down to zero in the three usual ways.
#include <stdio.h>

#define N 12

int main(void)
{
    int v[N];
    for (size_t i = N; i-- > 0;)
        v[i] = (int)i;
    size_t n = N;
    while (n-- > 0)
        v[n] *= 2;
    unsigned k = N - 1;
    do
        v[k]++;
    while (k-- != 0);
    for (unsigned i = N - 1; i < N; i--)
        v[i]--;
    printf("%d\n", v[0] + v[N - 1]);
    return 0;
}
