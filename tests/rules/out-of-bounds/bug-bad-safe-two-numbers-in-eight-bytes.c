// Numbers are as long as they get, also when a text is made of them.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

char first_of_range(int from, int to)
{
    char text[8];
    sprintf(text, "%d-%d", from, to); //~ out-of-bounds
    return text[0];
}
