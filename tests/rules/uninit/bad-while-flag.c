// The loop tests its flag before the first turn has set it.
#include <stdio.h>

int main(void)
{
    int again, n = 0;
    while (again) { //~ uninit
        n++;
        again = n < 3;
    }
    printf("%d\n", n);
    return 0;
}
