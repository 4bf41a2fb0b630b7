// What stands before the equals sign is copied into a field of 16.
// run: ./a.out a-key-of-more-than-sixteen=1
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char key[16];
    for (int i = 1; i < argc; i++) {
        const char *equals = strchr(argv[i], '=');
        if (equals == NULL)
            continue;
        size_t n = (size_t)(equals - argv[i]);
        memcpy(key, argv[i], n); //~ out-of-bounds
        key[n] = '\0';
        puts(key);
    }
    return 0;
}
