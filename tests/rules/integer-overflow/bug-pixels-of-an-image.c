// Width, height and depth of an image from a file are multiplied in 32 bits.
// run: printf '\000\000\001\000\000\000\001\000%032d' 5 | ./a.out
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    uint32_t dim[2];
    if (fread(dim, sizeof dim[0], 2, stdin) != 2)
        return 1;
    uint32_t width = dim[0], height = dim[1];
    if (width == 0 || height == 0)
        return 1;
    uint32_t *pixel = malloc(width * height * 4); //~ integer-overflow
    if (pixel == NULL)
        return 1;
    for (uint32_t x = 0; x < width; x++)
        pixel[x] = 0;
    printf("%u\n", (unsigned)pixel[0]);
    free(pixel);
    return 0;
}
