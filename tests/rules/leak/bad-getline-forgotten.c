// The buffer that getline made is not freed after the last line.
#include <stdio.h>
#include <stdlib.h>

static int count_lines(FILE *f)
{
    char *line = NULL;
    size_t cap = 0;
    int n = 0;
    while (getline(&line, &cap, f) >= 0)
        n++;
    return n; //~ leak
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
