// Subtractions from lengths that were compared first.
// run: printf '\011abcdefghijklmnop' | ./a.out
#include <stdio.h>
#include <string.h>

#define HEADER 4u

int main(void)
{
    unsigned char packet[256], payload[256];
    size_t got = fread(packet, 1, sizeof packet, stdin);
    if (got < HEADER)
        return 1;
    size_t rest = got - HEADER, len = packet[0];
    memcpy(payload, packet + HEADER, rest);
    if (len > rest)
        len = rest;
    memset(payload + len, 0, sizeof payload - len);
    size_t tail = len >= 8 ? len - 8 : 0;
    memmove(payload, payload + tail, len - tail);
    for (size_t i = len; i > 0; i--)
        payload[i - 1] ^= 0x20;
    if (len != 0)
        payload[len - 1] = '.';
    printf("%.*s\n", (int)len, payload);
    return 0;
}
