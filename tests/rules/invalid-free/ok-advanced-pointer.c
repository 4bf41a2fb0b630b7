// A second pointer moves; the first is freed.
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *text = strdup("  indented");
    if (text == NULL)
        return 1;
    const char *p = text;
    while (isspace((unsigned char)*p))
        p++;
    puts(p);
    free(text);
    return 0;
}
