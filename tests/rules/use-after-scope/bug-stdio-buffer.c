// A stream that lives on is given a buffer on the stack.
#include <stdio.h>

static FILE *open_log(const char *path)
{
    char buf[256];
    FILE *f = fopen(path, "w");
    if (f == NULL)
        return NULL;
    setvbuf(f, buf, _IOFBF, sizeof buf);
    return f; //~ use-after-scope
}

int main(void)
{
    FILE *f = open_log("/dev/null");
    if (f == NULL)
        return 1;
    fputs("started\n", f);
    fclose(f);
    return 0;
}
