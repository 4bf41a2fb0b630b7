// Keys that are too long are left out.
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
        if (n >= sizeof key)
            continue;
        memcpy(key, argv[i], n);
        key[n] = '\0';
        puts(key);
    }
    return 0;
}
