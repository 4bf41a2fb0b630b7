// Declared again as before; the names of parameters, and GNU's attributes, may differ.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

struct list {
    int *__own __counted_by(n) at;
    size_t n;
};

void list_end(struct list *__drops l);
void list_end(struct list *__drops);

int list_make(struct list *__inits __when(return == 0) l);
int list_make(struct list *__inits __when(!return) list);

__attribute__((nonnull(1), pure)) int list_sum(const int *__counted_by(n) v, size_t n);

int list_sum(const int *__counted_by(size) v, size_t size)
{
    return size > 1 ? v[0] : 0;
}

const char *_Nullable text_of(const char *s);

const char *_Nullable text_of(const char *text)
{
    return text;
}
