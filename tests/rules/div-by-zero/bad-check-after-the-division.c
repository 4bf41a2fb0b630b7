// The divisor is compared with zero after the division.
// run: echo 0 | ./a.out
#include <stdio.h>

int main(void)
{
    int parts;
    if (scanf("%d", &parts) != 1)
        return 1;
    int each = 360 / parts; //~ div-by-zero
    if (parts == 0)
        return 1;
    printf("%d degrees\n", each);
    return 0;
}
