// The error flag of a stream is asked for after the stream was closed.
#include <stdio.h>

static int dump(const char *path, int n)
{
    FILE *f = fopen(path, "w");
    int bad;
    if (f == NULL)
        return -1;
    for (int i = 0; i < n; i++)
        fprintf(f, "%d\n", i);
    fclose(f);
    bad = ferror(f); //~ use-after-free
    return bad ? -1 : 0;
}

int main(void)
{
    printf("%d\n", dump("/dev/null", 5));
    return 0;
}
