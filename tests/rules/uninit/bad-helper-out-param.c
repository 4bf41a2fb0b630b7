// A helper fails without filling its out-parameter; the caller prints the error and goes on.
#include <stdio.h>
#include <string.h>

static int level_of(const char *name, int *level)
{
    if (strcmp(name, "low") == 0)
        *level = 1;
    else if (strcmp(name, "high") == 0)
        *level = 9;
    else
        return -1;
    return 0;
}

int main(int argc, char **argv)
{
    int level;
    const char *name = argc > 1 ? argv[1] : "medium";
    if (level_of(name, &level) < 0)
        fprintf(stderr, "unknown: %s\n", name);
    printf("%d\n", level * 10); //~ uninit
    return 0;
}
