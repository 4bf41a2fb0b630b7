// There is room for the digits of any 64-bit number.
// run: ./a.out 18446744073709551615
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    char digits[21];
    if (argc < 2)
        return 1;
    unsigned long n = strtoul(argv[1], NULL, 10);
    int at = (int)sizeof digits - 1;
    digits[at] = '\0';
    do {
        digits[--at] = (char)('0' + n % 10);
        n /= 10;
    } while (n != 0);
    puts(digits + at);
    return 0;
}
