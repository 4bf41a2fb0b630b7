// A field of two digits has no more than two; %n counts what was read.
#include <stdio.h>

int main(void)
{
    static int tab[256];
    char line[80];
    unsigned hour, byte;
    int read;
    if (!fgets(line, sizeof line, stdin) || sscanf(line, "%2u:%n", &hour, &read) != 1)
        return 1;
    tab[hour]++;
    if (sscanf(line + read, "%2x", &byte) == 1)
        tab[byte]++;
    return line[read] == tab[0];
}
