// The field is as large as the key.
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define KEY_BYTES 32

struct session {
    uint8_t key[KEY_BYTES];
};

static void store(uint8_t *to, const uint8_t *from, size_t n)
{
    memcpy(to, from, n);
}

int main(void)
{
    static const uint8_t secret[KEY_BYTES] = { 1, 2, 3 };
    struct session s;
    store(s.key, secret, sizeof secret);
    printf("%d\n", s.key[2]);
    return 0;
}
