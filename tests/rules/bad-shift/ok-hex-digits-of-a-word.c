// No more digits are taken than fit.
// run: ./a.out 123456789
#include <ctype.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    unsigned value = 0;
    if (argc < 2)
        return 1;
    int digits = (int)strspn(argv[1], "0123456789");
    if (digits == 0 || digits > 8)
        return 1;
    for (int i = 0; i < digits; i++)
        value |= (unsigned)(argv[1][i] - '0') << 4 * (digits - 1 - i);
    printf("%x\n", value);
    return 0;
}
