// A function that promises to move nothing calls one that may.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct text {
    char *__own __counted_by(size) data;
    size_t size;
};

void text_reserve(struct text *t, size_t size);

void text_touch(struct text *__noinvalidate t)
{
    text_reserve(t, 16); //~ contract
}
