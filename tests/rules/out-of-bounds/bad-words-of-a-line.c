// A word may be as long as the line that it is taken from.
#include <stdio.h>
#include <string.h>

int words(FILE *f)
{
    char line[80], key[40];
    int found = 0;
    while (fgets(line, sizeof line, f))
        if (sscanf(line, "%s", key) == 1) //~ out-of-bounds
            found++;
    return found;
}

int word(void)
{
    char answer[20];
    if (scanf("%s", answer) != 1) //~ out-of-bounds
        return -1;
    return answer[0];
}

int greeting(void)
{
    char text[10] = "hello";
    strcat(text, "world"); //~ out-of-bounds
    return text[0];
}
