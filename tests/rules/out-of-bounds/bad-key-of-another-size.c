// A key of 32 bytes is stored into a field for 16.
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define KEY_BYTES 32

struct session {
    uint8_t key[16];
};

static void store(uint8_t *to, const uint8_t *from, size_t n)
{
    memcpy(to, from, n);
}

int main(void)
{
    static const uint8_t secret[KEY_BYTES] = { 1, 2, 3 };
    struct session s;
    store(s.key, secret, sizeof secret); //~ out-of-bounds
    printf("%d\n", s.key[2]);
    return 0;
}
