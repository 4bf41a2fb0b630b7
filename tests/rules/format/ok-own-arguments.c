// The same, right.
#include <stdio.h>

static void label(char *out, size_t n, const char *format, int number)
{
    snprintf(out, n, format, number);
}

int main(void)
{
    char text[32];
    label(text, sizeof text, "row %03d", 7);
    puts(text);
    label(text, sizeof text, "column %x", 7);
    puts(text);
    return 0;
}
