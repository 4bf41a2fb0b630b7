// A label is made in an array of the function, and printed after the switch.
#include <stdio.h>

void show(int kind, int n)
{
    char text[16];
    const char *label = "none";
    switch (kind) {
    case 1:
        snprintf(text, sizeof text, "number %d", n);
        label = text;
        break;
    case 2: label = "two"; break;
    }
    puts(label);
}
