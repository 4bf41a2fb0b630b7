// The pointer was moved past the leading blanks, and is freed where it ended.
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *text = strdup("  indented");
    if (text == NULL)
        return 1;
    while (isspace((unsigned char)*text))
        text++;
    puts(text);
    free(text); //~ invalid-free
    return 0;
}
