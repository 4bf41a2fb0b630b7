// The initialiser sets the rest of the array to zero.
#include <stdio.h>

int main(void)
{
    int v[4] = { 1, 2 };
    if (v[0] + v[3] > 1)
        puts("more");
    printf("%d\n", v[1]);
    return 0;
}
