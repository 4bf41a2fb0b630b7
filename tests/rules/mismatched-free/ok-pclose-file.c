// A flag remembers which function opened the stream.
#include <stdio.h>

int main(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "/etc/hostname";
    int piped = name[0] == '|';
    FILE *f = piped ? popen(name + 1, "r") : fopen(name, "r");
    if (f == NULL)
        return 0;
    printf("%d\n", fgetc(f) != EOF);
    if (piped)
        pclose(f);
    else
        fclose(f);
    return 0;
}
