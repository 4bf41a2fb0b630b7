// Those who promise to free and move nothing call those who do.
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

void page_read(struct page *__noinvalidate p)
{
    text_reserve(&p->title, 16); //~ contract
}

void page_clear(struct page *__noinvalidate p)
{
    text_end(&p->title); //~ contract
    text_make(&p->title);
}
