// The name is freed whether it was copied or still is an element of argv.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    char *name = argv[0];
    int mine = 0;
    if (argc > 1) {
        name = strdup(argv[1]);
        mine = 1;
    }
    if (name == NULL)
        return 1;
    printf("%zu %d\n", strlen(name) ? (size_t)1 : (size_t)0, mine);
    free(name); //~ invalid-free
    return 0;
}
