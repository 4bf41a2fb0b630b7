// The same, right.
#include <stdio.h>

void count(int n)
{
    printf(n == 1 ? "one file\n" : "%d files\n", n);
}
