// The sum is never set to zero.
#include <stdio.h>

int main(void)
{
    static const int v[4] = { 1, 2, 3, 4 };
    int sum;
    for (int i = 0; i < 4; i++)
        sum += v[i]; //~ uninit
    printf("%d\n", sum);
    return 0;
}
