// The loop over an enumeration includes the enumerator that counts.
#include <stdio.h>

enum colour { RED, GREEN, BLUE, COLOURS };

static const char *const name[COLOURS] = { "red", "green", "blue" };

int main(void)
{
    for (enum colour c = RED; c <= COLOURS; c++)
        printf("%d %c\n", c, name[c][0]); //~ out-of-bounds
    return 0;
}
