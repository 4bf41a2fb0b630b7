// An entry of a constant table gets the argument of its neighbour.
#include <stdio.h>

static const char *const errors[] = { "no file %s\n", "line %d: %s\n" };

void complain(const char *file, int line)
{
    fprintf(stderr, errors[1], file, line); //~ format
}
