// Bytes of a word are counted from its end, one too far.
#include <stdint.h>
#include <stdio.h>

static void put_word(unsigned char *out, uint32_t w)
{
    for (int i = 4; i > 0; i--)
        out[4 - i] = (unsigned char)(w >> 8 * i); //~ bad-shift
}

int main(void)
{
    unsigned char out[4];
    put_word(out, 0x01020304);
    printf("%d%d%d%d\n", out[0], out[1], out[2], out[3]);
    return 0;
}
