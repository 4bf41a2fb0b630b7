// The divisor is compared with zero before the division.
// run: echo 0 | ./a.out
#include <stdio.h>

int main(void)
{
    int parts;
    if (scanf("%d", &parts) != 1)
        return 1;
    if (parts == 0)
        return 1;
    int each = 360 / parts;
    printf("%d degrees\n", each);
    return 0;
}
