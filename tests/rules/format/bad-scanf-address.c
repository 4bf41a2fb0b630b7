// scanf writes through what is not an address.
#include <stdio.h>

int main(void)
{
    int day = 1, month = 1;
    if (scanf("%d.%d", &day, month) != 2) //~ format
        return 1;
    printf("%d.%d.\n", day, month);
    return 0;
}
