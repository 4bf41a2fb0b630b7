// A stream from fopen is closed by pclose, whatever the name began with.
#include <stdio.h>

int main(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "/etc/hostname";
    int piped = name[0] == '|';
    FILE *f = piped ? popen(name + 1, "r") : fopen(name, "r");
    if (f == NULL)
        return 0;
    printf("%d\n", fgetc(f) != EOF);
    pclose(f); //~ mismatched-free
    return 0;
}
