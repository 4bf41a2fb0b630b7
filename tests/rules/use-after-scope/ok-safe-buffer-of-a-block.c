// A text is printed in the function that its buffer belongs to.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

void show(int v)
{
    const char *text = "none";
    char buffer[16];
    if (v > 0) {
        snprintf(buffer, sizeof buffer, "%d", v);
        text = buffer;
    }
    puts(text);
}
