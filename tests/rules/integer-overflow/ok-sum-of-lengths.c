// Lengths of arguments are added up as sizes.
// run: ./a.out "$(printf '%040000d' 0)" "$(printf '%040000d' 0)"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    if (argc < 3)
        return 1;
    size_t room = strlen(argv[1]) + strlen(argv[2]) + 1;
    char *both = malloc(room);
    if (both == NULL)
        return 1;
    strcpy(both, argv[1]);
    strcat(both, argv[2]);
    printf("%zu\n", strlen(both));
    free(both);
    return 0;
}
