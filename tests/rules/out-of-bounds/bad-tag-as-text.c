// Four letters in an array of four leave no room for the NUL that %s looks for.
#include <stdio.h>

int main(void)
{
    char tag[4] = "RIFF";
    printf("%s\n", tag); //~ out-of-bounds
    return 0;
}
