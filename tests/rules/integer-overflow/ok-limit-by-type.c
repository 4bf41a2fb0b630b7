// Small types can't hold enough for the product to overflow.
// run: printf '\377\377\377\377' | ./a.out
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct font {
    uint8_t width, height;
    uint16_t glyphs;
};

int main(void)
{
    struct font f;
    if (fread(&f, sizeof f, 1, stdin) != 1)
        return 1;
    size_t bits = (size_t)f.width * f.height;
    uint32_t bytes = (f.width + 7u) / 8u * f.height * f.glyphs;
    unsigned char *bitmap = malloc(bytes + 1u);
    if (bitmap == NULL)
        return 1;
    int cells = f.width * f.height;
    short *cell = calloc((size_t)cells + 1, sizeof *cell);
    printf("%zu %u\n", bits, (unsigned)bytes);
    free(cell);
    free(bitmap);
    return 0;
}
