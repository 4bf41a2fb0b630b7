// The header is subtracted from a length that may be shorter.
// run: printf '\002ab' | ./a.out
#include <stdio.h>
#include <string.h>

#define HEADER 4u

int main(void)
{
    unsigned char packet[256], payload[256];
    if (fread(packet, 1, sizeof packet, stdin) < 1)
        return 1;
    unsigned len = packet[0];
    memcpy(payload, packet + HEADER, len - HEADER); //~ integer-overflow
    printf("%d\n", payload[0]);
    return 0;
}
