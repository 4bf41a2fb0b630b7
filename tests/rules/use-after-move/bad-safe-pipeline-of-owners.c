// A stage's input is counted after the stage took it.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

struct block {
    unsigned char *__own __counted_by(size) data;
    size_t size;
};

struct block *__own compress(struct block *__own in);
void block_free(struct block *__own b);

size_t ratio(struct block *__own b)
{
    struct block *small = compress(b);
    size_t size = b->size; //~ use-after-move
    size_t now = small->size;
    block_free(small);
    return now > 0 ? size / now : 0;
}
