// The size of the table in bytes is taken for its number of elements.
#include <stdio.h>

static int level[16];

int main(void)
{
    for (size_t i = 0; i < sizeof level; i++)
        level[i] = -1; //~ out-of-bounds
    printf("%d\n", level[15]);
    return 0;
}
