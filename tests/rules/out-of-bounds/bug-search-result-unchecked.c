// The result of a search is an index although nothing was found.
#include <stdio.h>
#include <string.h>

struct option {
    const char *name;
    int value;
};

static struct option option[] = { { "width", 80 }, { "height", 25 }, { "depth", 8 } };

static int option_find(const char *name)
{
    for (int i = 0; i < 3; i++)
        if (strcmp(option[i].name, name) == 0)
            return i;
    return -1;
}

int main(int argc, char **argv)
{
    int i = option_find(argc > 1 ? argv[1] : "colour");
    printf("%d\n", option[i].value); //~ out-of-bounds
    return 0;
}
