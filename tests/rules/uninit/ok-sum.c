// The sum begins with zero.
#include <stdio.h>

int main(void)
{
    static const int v[4] = { 1, 2, 3, 4 };
    int sum = 0;
    for (int i = 0; i < 4; i++)
        sum += v[i];
    printf("%d\n", sum);
    return 0;
}
