// The stream is closed before the line is parsed.
#include <stdio.h>

static int first_number(const char *path, int *out)
{
    char line[64];
    FILE *f = fopen(path, "r");
    if (f == NULL)
        return -1;
    char *got = fgets(line, sizeof line, f);
    fclose(f);
    return got != NULL && sscanf(line, "%d", out) == 1 ? 0 : -1;
}

int main(void)
{
    int n = 0;
    int rc = first_number("/proc/version", &n);
    printf("%d %d\n", rc, n);
    return 0;
}
