// The array has room for the null character.
#include <stdio.h>
#include <string.h>

int main(void)
{
    char unit[4] = "min";
    unit[0] = 'M';
    printf("%zu\n", strlen(unit));
    return 0;
}
