// The pointer is null until the loop sets it.
#include <stdio.h>

int main(int argc, char **argv)
{
    const char *last = NULL;
    for (int i = 1; i < argc; i++)
        last = argv[i];
    if (last != NULL)
        printf("%s\n", last);
    return 0;
}
