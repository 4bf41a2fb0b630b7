// The variable is set on one branch only.
#include <stdio.h>

int main(int argc, char **argv)
{
    (void)argv;
    int width;
    if (argc > 5)
        width = 132;
    printf("%d\n", width); //~ uninit
    return 0;
}
