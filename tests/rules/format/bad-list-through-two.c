// The format goes through two functions, the second with a va_list.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void complain(const char *kind, const char *format, va_list ap)
{
    va_list again;
    va_copy(again, ap);
    fprintf(stderr, "%s: ", kind);
    vfprintf(stderr, format, again);
    va_end(again);
}

static void fail(int status, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    complain("error", format, ap);
    va_end(ap);
    exit(status);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        fail(1, "%s needs %d arguments\n", argc); //~ format
    puts(argv[1]);
    return 0;
}
