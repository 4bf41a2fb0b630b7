// The pointer is set only in the loop, which may not run at all.
#include <stdio.h>

int main(int argc, char **argv)
{
    const char *last;
    for (int i = 1; i < argc; i++)
        last = argv[i];
    printf("%s\n", last); //~ uninit
    return 0;
}
