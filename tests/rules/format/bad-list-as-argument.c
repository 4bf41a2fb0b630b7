// The list of arguments is passed as one of them.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void die(const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    fprintf(stderr, format, ap); //~ format
    va_end(ap);
    exit(1);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        die("%s needs an argument\n", argv[0]);
    return 0;
}
