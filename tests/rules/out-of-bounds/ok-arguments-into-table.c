// No more than eight arguments are taken.
// run: ./a.out 1 2 3 4 5 6 7 8 9
#include <stdio.h>

#define FILES 8

int main(int argc, char **argv)
{
    const char *file[FILES];
    int files = 0;
    for (int i = 1; i < argc; i++) {
        if (files == FILES) {
            fputs("too many files\n", stderr);
            return 1;
        }
        if (argv[i][0] == '-')
            continue;
        file[files++] = argv[i];
    }
    for (int i = 0; i < files; i++)
        puts(file[i]);
    return 0;
}
