// On one way nothing is put into the name, and it is printed all the same.
#include <stdio.h>
#include <string.h>

static void show(const char *name)
{
    printf("%s has %zu letters\n", name, strlen(name));
}

int main(int argc, char **argv)
{
    char name[32];
    if (argc > 1)
        snprintf(name, sizeof name, "%s", argv[1]);
    show(name); //~ uninit
    return 0;
}
