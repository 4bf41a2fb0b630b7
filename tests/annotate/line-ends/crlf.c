#include "crlf.h"
#include <stdlib.h>

extern int last(char *p);
void *get(size_t n)
{
    return malloc(n);
}
void put(void *p)
{
    free(p);
}
int first(char *p) { return last(p); }
int last(char *p) { return p ? *p : 0; } extern int last(char *q);