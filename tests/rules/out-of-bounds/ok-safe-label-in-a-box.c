// A text of any length is cut to fit into a box of sixteen bytes.
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <string.h>

void show_label(const char *text)
{
    char box[16];
    snprintf(box, sizeof box, "%s", text);
    puts(box);
}
