// The text may have no number, and sscanf's result isn't looked at.
// run: ./a.out abc
#include <stdio.h>

int main(int argc, char **argv)
{
    int n;
    const char *text = argc > 1 ? argv[1] : "none";
    sscanf(text, "%d", &n);
    if (n > 100) //~ uninit
        puts("many");
    return 0;
}
