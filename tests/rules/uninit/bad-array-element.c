// Only the first half of the array is filled, and an element of the second is used.
#include <stdio.h>

int main(void)
{
    int v[4];
    v[0] = 1;
    v[1] = 2;
    if (v[0] + v[3] > 1) //~ uninit
        puts("more");
    printf("%d\n", v[1]);
    return 0;
}
