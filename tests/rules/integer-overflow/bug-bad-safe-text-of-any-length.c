// One is added to a length that may be the largest.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>
#include <string.h>

int line_of(size_t n, char c)
{
    char *line = malloc(n + 1); //~ integer-overflow
    if (line == NULL)
        return -1;
    memset(line, c, n);
    line[n] = '\0';
    free(line);
    return 0;
}
