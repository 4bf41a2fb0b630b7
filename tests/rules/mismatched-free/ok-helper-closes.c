// A helper for pipes is used to close a pipe.
#include <stdio.h>

static int file_done(FILE *f)
{
    int bad = ferror(f);
    if (fclose(f) != 0)
        bad = 1;
    return bad ? -1 : 0;
}

static inline int pipe_done(FILE *p)
{
    return pclose(p) == 0 ? 0 : -1;
}

int main(void)
{
    FILE *f = fopen("/dev/null", "w");
    if (f == NULL || file_done(f) < 0)
        return 1;
    FILE *p = popen("cat >/dev/null", "w");
    if (p == NULL)
        return 1;
    fputs("text\n", p);
    if (pipe_done(p) < 0)
        return 1;
    return 0;
}
