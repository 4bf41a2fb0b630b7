// A stream is opened, and later closed, unless its name is "-": one name has one answer.
#include <errno.h>
#include <stdio.h>
#include <string.h>

static void copy(FILE *from)
{
    for (int c = getc(from); c != EOF; c = getc(from))
        putchar(c);
}

int number_lines(const char *name)
{
    FILE *f;
    if (strcmp(name, "-") == 0) {
        f = stdin;
    } else {
        f = fopen(name, "r");
        if (!f)
            return 0;
    }
    copy(f);
    int err = errno;
    if (!ferror(f))
        err = 0;
    if (strcmp(name, "-") == 0)
        clearerr(f);
    else if (fclose(f) != 0 && !err)
        err = errno;
    return err == 0;
}
