// What callers were told of a function changes with its next declaration.
#include <corten.h>
#pragma corten safe
#include <stddef.h>
#include <stdlib.h>

struct list {
    int *__own __counted_by(n) at;
    size_t n;
};

void list_end(struct list *__drops l);
void list_end(struct list *l); //~ contract

int list_make(struct list *__inits __when(return == 0) l);
int list_make(struct list *__inits __when(return != 0) l); //~ contract

int list_sum(const int *__counted_by(n) v, size_t n);

int list_sum(const int *__counted_by(n / 2) v, size_t n) //~ contract
{
    return n > 1 ? v[0] : 0;
}

const char *_Nullable text_of(const char *s);

const char *text_of(const char *s) //~ contract
{
    return s;
}
