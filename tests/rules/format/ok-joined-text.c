// The same, right.
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char title[64];
    if (argc < 2)
        return 1;
    snprintf(title, sizeof title, "file %s\n", argv[1]);
    printf("%s", title);
    return 0;
}
