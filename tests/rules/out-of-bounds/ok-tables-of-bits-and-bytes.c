// Bytes and parts of words choose entries of tables that have one for each.
// run: printf 'some text\300\257' | ./a.out
#include <stdint.h>
#include <stdio.h>

static uint32_t crc_table[256];

static void crc_init(void)
{
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t c = i;
        for (int k = 0; k < 8; k++)
            c = c & 1 ? 0xedb88320u ^ c >> 1 : c >> 1;
        crc_table[i] = c;
    }
}

int main(void)
{
    static const unsigned char utf8_length[16] = { 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 2, 2, 3, 4 };
    static uint32_t set[8];
    static unsigned by_length[5], by_nibble[16];
    uint32_t crc = 0xffffffffu;
    unsigned char block[64];
    size_t n;
    crc_init();
    while ((n = fread(block, 1, sizeof block, stdin)) > 0) {
        for (size_t i = 0; i < n; i++) {
            unsigned char c = block[i];
            crc = crc_table[(crc ^ c) & 0xff] ^ crc >> 8;
            set[c >> 5] |= UINT32_C(1) << (c & 31);
            by_length[utf8_length[c >> 4]]++;
            by_nibble[c / 16]++;
            by_nibble[crc >> 28]++;
        }
    }
    printf("%08x %u %u %u\n", (unsigned)~crc, (unsigned)set[1], by_length[1], by_nibble[6]);
    return 0;
}
