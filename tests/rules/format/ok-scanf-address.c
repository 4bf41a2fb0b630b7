// scanf is given the addresses of both variables.
#include <stdio.h>

int main(void)
{
    int day = 1, month = 1;
    if (scanf("%d.%d", &day, &month) != 2)
        return 1;
    printf("%d.%d.\n", day, month);
    return 0;
}
