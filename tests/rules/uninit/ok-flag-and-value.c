// The value is read only where the flag says that it was set.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    long limit;
    int have_limit = 0;
    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--limit=", 8) == 0) {
            limit = strtol(argv[i] + 8, NULL, 10);
            have_limit = 1;
        }
    }
    long n = argc;
    if (have_limit && n > limit)
        n = limit;
    printf("%ld\n", n);
    return 0;
}
