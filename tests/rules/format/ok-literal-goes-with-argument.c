// Which format it is decides what the argument is; no pair that meets is wrong.
#include <stdio.h>

void show(int is_text, int number, const char *text)
{
    const char *format;
    if (is_text)
        format = "%s\n";
    else
        format = "%d\n";
    if (is_text)
        printf(format, text);
    else
        printf(format, number);
}
