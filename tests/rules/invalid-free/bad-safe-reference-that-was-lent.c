// A reference is dropped that was only lent.
#include <corten.h>
#pragma corten safe

struct font {
    unsigned refs;
    int size;
} __refcounted(font_get, font_put);

struct font *__own font_get(struct font *f);
void font_put(struct font *__own f);
void draw(const struct font *f);

void show(struct font *f)
{
    draw(f);
    font_put(f); //~ invalid-free
}
