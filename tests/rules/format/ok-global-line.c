// The same, right.
#include <stdio.h>

static char line[256];

static int get_line(FILE *in)
{
    return fgets(line, sizeof line, in) != NULL;
}

static void show_line(void)
{
    printf("%s", line);
}

int main(void)
{
    while (get_line(stdin))
        show_line();
    return 0;
}
