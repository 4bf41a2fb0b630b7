// The offset of a table is added to its size before both are compared with the file.
// run: printf '\000\377\377\377\040\001\000\000%0100d' 5 | ./a.out
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct header {
    uint32_t offset, size;
};

int main(void)
{
    struct header h;
    if (fread(&h, sizeof h, 1, stdin) != 1)
        return 1;
    uint32_t end = h.offset + h.size; //~ integer-overflow
    unsigned char *file = malloc(end);
    if (file == NULL)
        return 1;
    size_t n = fread(file, 1, end, stdin);
    if (n == end && h.size > 0)
        printf("%u\n", file[h.offset]);
    free(file);
    return 0;
}
