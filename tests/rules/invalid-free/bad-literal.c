// A string literal stands in for a missing argument and is freed with the rest.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    char *title = argc > 1 ? strdup(argv[1]) : "untitled";
    if (title == NULL)
        return 1;
    puts(title);
    free(title); //~ invalid-free
    return 0;
}
