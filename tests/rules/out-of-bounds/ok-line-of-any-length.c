// getdelim gives -1 or more than 0, and -1 is asked for as a size_t.
#include <stdio.h>
#include <stdlib.h>

static char *line;
static size_t size;

int read_line(FILE *in)
{
    size_t n = getdelim(&line, &size, '\n', in);
    if (n == (size_t)-1)
        return 0;
    if (line[n - 1] == '\n')
        line[n - 1] = 0;
    return 1;
}
