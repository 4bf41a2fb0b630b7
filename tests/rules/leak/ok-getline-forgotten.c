// The buffer that getline made is freed, although the last call failed.
#include <stdio.h>
#include <stdlib.h>

static int count_lines(FILE *f)
{
    char *line = NULL;
    size_t cap = 0;
    int n = 0;
    while (getline(&line, &cap, f) >= 0)
        n++;
    free(line);
    return n;
}

int main(void)
{
    FILE *f = fopen("/proc/version", "r");
    if (f == NULL)
        return 1;
    printf("%d\n", count_lines(f));
    fclose(f);
    return 0;
}
