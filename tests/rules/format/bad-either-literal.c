// Each arm of the condition is a format of its own.
#include <stdio.h>

void count(int n)
{
    printf(n == 1 ? "one file\n" : "%s files\n", n); //~ format
}
