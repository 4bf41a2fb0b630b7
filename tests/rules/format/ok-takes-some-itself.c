// The function takes the first argument itself; what follows fits the format.
#include <stdarg.h>
#include <stdio.h>

static void trace(const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    int line = va_arg(ap, int);
    printf("%d: ", line);
    vprintf(format, ap);
    va_end(ap);
}

int main(void)
{
    trace("%s\n", 12, "twelve");
    return 0;
}
