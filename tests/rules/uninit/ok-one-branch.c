// The variable has a value before the branch.
#include <stdio.h>

int main(int argc, char **argv)
{
    (void)argv;
    int width = 80;
    if (argc > 5)
        width = 132;
    printf("%d\n", width);
    return 0;
}
