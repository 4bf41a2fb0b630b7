// One function reads into a global, another prints it.
#include <stdio.h>

static char line[256];

static int get_line(FILE *in)
{
    return fgets(line, sizeof line, in) != NULL;
}

static void show_line(void)
{
    printf(line); //~ format
}

int main(void)
{
    while (get_line(stdin))
        show_line();
    return 0;
}
