// A number read from a line of input may be any.
#include <stdio.h>

int main(void)
{
    static int tab[24];
    char line[80];
    unsigned hour;
    if (!fgets(line, sizeof line, stdin) || sscanf(line, "%u:", &hour) != 1)
        return 1;
    tab[hour]++; //~ out-of-bounds
    return tab[0];
}
