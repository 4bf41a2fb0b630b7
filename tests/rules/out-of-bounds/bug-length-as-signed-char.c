// The length byte is a signed char; the large ones are negative, and then huge.
// run: printf '\200%0200d' 5 | ./a.out
#include <stdio.h>
#include <string.h>

int main(void)
{
    signed char packet[200];
    char name[100];
    if (fread(packet, 1, sizeof packet, stdin) != sizeof packet)
        return 1;
    int len = packet[0];
    if (len > 99)
        return 1;
    memcpy(name, packet + 1, (size_t)len); //~ out-of-bounds
    name[len] = '\0';
    printf("%d %c\n", len, name[0]);
    return 0;
}
