// The stream stays open when the first line can't be parsed.
#include <stdio.h>

static int first_number(const char *path, int *out)
{
    char line[64];
    FILE *f = fopen(path, "r");
    if (f == NULL)
        return -1;
    char *got = fgets(line, sizeof line, f);
    if (got == NULL || sscanf(line, "%d", out) != 1)
        return -1; //~ leak
    fclose(f);
    return 0;
}

int main(void)
{
    int n = 0;
    int rc = first_number("/proc/version", &n);
    printf("%d %d\n", rc, n);
    return 0;
}
