// The length that a packet says it has is believed.
// run: printf '\200%0200d' 5 | ./a.out
#include <stdio.h>
#include <string.h>

struct answer {
    unsigned char text[32];
};

int main(void)
{
    unsigned char packet[256];
    struct answer a;
    size_t n = fread(packet, 1, sizeof packet, stdin);
    if (n < 1)
        return 1;
    size_t len = packet[0];
    if (len > n - 1)
        return 1;
    memcpy(a.text, packet + 1, len); //~ out-of-bounds
    printf("%zu bytes\n", len);
    return 0;
}
