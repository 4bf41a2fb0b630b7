// The list of arguments goes to the function that takes one.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void die(const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    vfprintf(stderr, format, ap);
    va_end(ap);
    exit(1);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        die("%s needs an argument\n", argv[0]);
    return 0;
}
