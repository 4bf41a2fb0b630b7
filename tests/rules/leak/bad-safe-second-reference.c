// The reference that a cache takes replaces one that it still holds.
#include <corten.h>
#pragma corten safe

struct image {
    unsigned refs;
    int width;
} __refcounted(image_ref, image_unref);

struct image *__own image_ref(struct image *i);
void image_unref(struct image *__own i);

struct cache {
    struct image *__own shown;
};

void cache_show(struct cache *c, struct image *i)
{
    c->shown = image_ref(i); //~ leak
}
