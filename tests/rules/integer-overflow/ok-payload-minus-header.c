// Packets shorter than the header are refused.
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
    if (len < HEADER)
        return 1;
    memcpy(payload, packet + HEADER, len - HEADER);
    printf("%d\n", payload[0]);
    return 0;
}
