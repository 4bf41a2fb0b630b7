// A cleanup handler that frees is attached to a stream.
#include <stdio.h>
#include <stdlib.h>

static inline void free_it(void *p)
{
    free(*(void **)p);
}

static inline void close_it(FILE **f)
{
    if (*f != NULL)
        fclose(*f);
}

int main(void)
{
    __attribute__((cleanup(free_it))) FILE *f = fopen("/dev/null", "r");
    return f != NULL && fgetc(f) == EOF ? 0 : 1; //~ mismatched-free
}
