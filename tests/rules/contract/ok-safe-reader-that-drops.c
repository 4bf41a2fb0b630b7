// What is freed and moved belongs to the function itself.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct text {
    char *__own __counted_by(size) data;
    size_t size;
};

struct page {
    struct text title;
    int number;
};

void text_reserve(struct text *t, size_t size);
void text_end(struct text *__drops t);
void text_make(struct text *__inits t);
void count(int *n);

void page_read(struct page *__noinvalidate p, struct text *other)
{
    struct text mine;
    text_make(&mine);
    text_reserve(&mine, 16);
    text_reserve(other, (size_t)p->number);
    count(&p->number);
    text_end(&mine);
}
