// The size of a pointer is taken for the size of the address that it points to.
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct neighbour {
    uint8_t mac[6];
};

static void set_mac(struct neighbour *n, const uint8_t *mac)
{
    memcpy(n->mac, mac, sizeof mac); //~ out-of-bounds
}

int main(void)
{
    static const uint8_t mac[8] = { 2, 0, 0, 17, 34, 51, 0, 0 };
    struct neighbour n;
    set_mac(&n, mac);
    printf("%02x:%02x\n", n.mac[0], n.mac[5]);
    return 0;
}
