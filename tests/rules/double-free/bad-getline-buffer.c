// The line buffer is freed once for the file and once more for the lines.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    FILE *f = fopen("/proc/cpuinfo", "r");
    char *line = NULL;
    size_t cap = 0, lines = 0;
    if (f == NULL)
        return 1;
    for (int i = 0; i < 2; i++) {
        if (getline(&line, &cap, f) < 0)
            break;
        lines++;
    }
    fclose(f);
    free(line);
    if (lines == 2)
        free(line); //~ double-free
    printf("%zu\n", lines);
    return 0;
}
