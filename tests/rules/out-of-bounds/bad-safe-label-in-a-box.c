// A text of any length is copied into a box of sixteen bytes.
#include <corten.h>
#pragma corten safe
#include <stdio.h>
#include <string.h>

void show_label(const char *text)
{
    char box[16];
    strcpy(box, text); //~ out-of-bounds
    puts(box);
}
