// No word is longer than the line that it is taken from.
#include <stdio.h>
#include <string.h>

int words(FILE *f)
{
    char line[80], key[80], value[80], unit[8], letter;
    int found = 0, n;
    while (fgets(line, sizeof line, f)) {
        if (sscanf(line, "%s = %[^;];", key, value) == 2)
            found++;
        if (sscanf(line, "%d %7s %c", &n, unit, &letter) == 3)
            found += unit[0] == letter;
    }
    char text[16] = "some";
    strcat(text, " more text");
    return found + (text[0] == 's');
}
