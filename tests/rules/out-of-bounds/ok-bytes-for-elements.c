// The number of elements is the size in bytes by the size of one.
#include <stdio.h>

static int level[16];

int main(void)
{
    for (size_t i = 0; i < sizeof level / sizeof level[0]; i++)
        level[i] = -1;
    printf("%d\n", level[15]);
    return 0;
}
