// A table is only read, by a loop with two ways out: what held of it when it came still holds.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct item {
    size_t parent;
    int x;
};

struct table {
    struct item at[100];
    size_t len;
} __invariant(len <= 100);

int table_left(const struct table *t, size_t i)
{
    int x = 0;
    while (i != 0 && i < t->len) {
        x += t->at[i].x;
        i = t->at[i].parent;
    }
    return x;
}
