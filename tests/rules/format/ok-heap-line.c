// The same, right.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *line = NULL;
    size_t n = 0;
    while (getline(&line, &n, stdin) > 0)
        fprintf(stdout, "%s", line);
    free(line);
    return 0;
}
