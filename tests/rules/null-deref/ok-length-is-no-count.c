// A count of owners, of which there is one for each that can be reached.
#include <stdlib.h>

struct text { int owners; char *bytes; };

void put(struct text *t)
{
    if (--t->owners == 0) {
        free(t->bytes);
        t->bytes = NULL;
    }
}

char first(struct text *t)
{
    t->owners++;
    put(t);
    return t->bytes[0];
}
