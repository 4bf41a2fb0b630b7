// The helper makes a distance positive by negating it; of the least int it stays negative.
#include <stdio.h>
#include <string.h>

static size_t distance(int from_here)
{
    int n = from_here < 0 ? -from_here : from_here;
    return n > 16 ? 16 : (size_t)n;
}

int main(void)
{
    char from[16] = "abcdefghijklmno", to[16];
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    memcpy(to, from, distance(n)); //~ integer-overflow
    fwrite(to, 1, 1, stdout);
    return 0;
}
