// A text is printed after the block that its buffer belongs to.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

void show(int v)
{
    const char *text = "none";
    if (v > 0) {
        char buffer[16];
        snprintf(buffer, sizeof buffer, "%d", v);
        text = buffer;
    }
    puts(text); //~ use-after-scope
}
