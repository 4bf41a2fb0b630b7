// The loop tests its flag after each turn.
#include <stdio.h>

int main(void)
{
    int again, n = 0;
    do {
        n++;
        again = n < 3;
    } while (again);
    printf("%d\n", n);
    return 0;
}
