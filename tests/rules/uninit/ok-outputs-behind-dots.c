// Outputs that are handed over through the dots.
#include <stdarg.h>

static int get(const char *z, const char *format, ...)
{
    va_list ap;
    int count = 0;
    char next;
    va_start(ap, format);
    do {
        int val = 0;
        if (*z < '0' || *z > '9')
            goto end;
        val = *z - '0';
        next = format[1];
        *va_arg(ap, int *) = val;
        z++;
        count++;
        format += 2;
    } while (next);
end:
    va_end(ap);
    return count;
}

int day(const char *z)
{
    int y, m;
    if (get(z, "4-2", &y, &m) != 2)
        return -1;
    return y * 12 + m;
}
