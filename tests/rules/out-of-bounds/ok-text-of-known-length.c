// What is formatted has a length that its type limits.
// run: ./a.out 4000000000 -77
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *number_text(unsigned long n, char *end)
{
    *--end = '\0';
    do
        *--end = (char)('0' + n % 10);
    while ((n /= 10) != 0);
    return end;
}

int main(int argc, char **argv)
{
    unsigned long n = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
    int k = argc > 2 ? atoi(argv[2]) : 0;
    char decimal[3 * sizeof n + 1], hex[9], byte[4], address[16], clock[9], any[12];
    puts(number_text(n, decimal + sizeof decimal));
    sprintf(hex, "%08x", (unsigned)(uint32_t)n);
    sprintf(byte, "%u", (unsigned)(n & 0xff));
    sprintf(address, "%u.%u.%u.%u", (unsigned)(n >> 24 & 255), (unsigned)(n >> 16 & 255),
            (unsigned)(n >> 8 & 255), (unsigned)(n & 255));
    sprintf(clock, "%02u:%02u:%02u", (unsigned)(n / 3600 % 24), (unsigned)(n / 60 % 60),
            (unsigned)(n % 60));
    sprintf(any, "%d", k);
    printf("%s %s %s %s %s\n", hex, byte, address, clock, any);
    return strlen(any) > 11;
}
