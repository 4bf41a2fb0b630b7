// The same, right.
#include <stdio.h>

void date(int day, const char *month, int year)
{
    printf("%3$d-%2$s-%1$d\n", day, month, year);
    printf("%2$s %1$d %2$s\n", day, month);
}
