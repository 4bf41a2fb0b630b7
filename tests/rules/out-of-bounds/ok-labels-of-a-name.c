// The total of the labels is compared with the room for the name.
// run: printf '\077%063d\077%063d\077%063d\077%063d\077%063d' 1 2 3 4 5 | ./a.out
#include <stdio.h>
#include <string.h>

int main(void)
{
    unsigned char wire[512];
    char name[256];
    size_t n = fread(wire, 1, sizeof wire, stdin), at = 0, used = 0;
    while (at < n) {
        size_t len = wire[at++];
        if (len == 0 || len > 63 || len > n - at)
            break;
        if (len + 1 > sizeof name - used)
            break;
        memcpy(name + used, wire + at, len);
        used += len;
        name[used++] = '.';
        at += len;
    }
    printf("%zu characters\n", used);
    return 0;
}
