// The same, right.
#include <stdio.h>

static const char *const errors[] = { "no file %s\n", "line %d: %s\n" };

void complain(const char *file, int line)
{
    fprintf(stderr, errors[1], line, file);
}
