// A line of any length, on the heap.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *line = NULL;
    size_t n = 0;
    while (getline(&line, &n, stdin) > 0)
        fprintf(stdout, line); //~ format
    free(line);
    return 0;
}
