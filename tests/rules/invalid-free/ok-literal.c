// The stand-in is a copy.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    char *title = strdup(argc > 1 ? argv[1] : "untitled");
    if (title == NULL)
        return 1;
    puts(title);
    free(title);
    return 0;
}
