// Arguments by position.
#include <stdio.h>

void date(int day, const char *month, int year)
{
    printf("%3$d-%2$s-%1$d\n", day, month, year);
    printf("%2$d %1$s\n", day, month); //~ format
}
