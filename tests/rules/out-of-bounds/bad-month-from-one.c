// Months count from one in the input and from zero in the table.
// run: echo 2024-12 | ./a.out
#include <stdio.h>

static const char days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

int main(void)
{
    int year, month;
    if (scanf("%d-%d", &year, &month) != 2)
        return 1;
    if (month < 1 || month > 12)
        return 1;
    printf("%d days\n", days[month]); //~ out-of-bounds
    return 0;
}
