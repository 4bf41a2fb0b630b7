// An array in which nothing was ever stored is copied as a text.
#include <corten.h>
#pragma corten safe
#include <stdlib.h>
#include <string.h>

char *__own _Nullable label_new(int known)
{
    char label[10];
    if (known)
        strcpy(label, "known");
    return strdup(label); //~ out-of-bounds
}

char *__own _Nullable nothing_new(void)
{
    char label[10];
    return strdup(label); //~ out-of-bounds
}
