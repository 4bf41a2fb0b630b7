// The number is used only if sscanf has found one.
// run: ./a.out abc
#include <stdio.h>

int main(int argc, char **argv)
{
    int n;
    const char *text = argc > 1 ? argv[1] : "none";
    if (sscanf(text, "%d", &n) != 1)
        return 0;
    if (n > 100)
        puts("many");
    return 0;
}
