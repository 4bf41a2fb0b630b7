// The same, right.
#include <stdio.h>

void row(const char *name, long size, int wide)
{
    const char *format = "%-20s %8ld\n";
    if (wide)
        format = "%-40s %16ld\n";
    printf(format, name, size);
}
