// One is added to a length that is not the largest.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>
#include <string.h>

int line_of(size_t n, char c)
{
    if (n > 1000)
        return -1;
    char *line = malloc(n + 1);
    if (line == NULL)
        return -1;
    memset(line, c, n);
    line[n] = '\0';
    free(line);
    return 0;
}
