// An array of three characters is initialised with three, and measured as a string.
#include <stdio.h>
#include <string.h>

int main(void)
{
    char unit[3] = "min";
    unit[0] = 'M';
    printf("%zu\n", strlen(unit)); //~ out-of-bounds
    return 0;
}
