#include <stddef.h>
#include <stdlib.h>

int at(const int *v, size_t i);
int average(int sum, int n);
unsigned bit(unsigned n);
void clear(char *p, size_t n);
char *text_new(size_t n);
int first_below(const int *v, int n, int limit);

int outside(void)
{
    int *v = calloc(4, sizeof *v);
    if (!v)
        return -1;
    int n = at(v, 3) + at(v, 4); //~ out-of-bounds
    free(v);
    return n;
}

int nobody(void)
{
    return average(10, 0); //~ div-by-zero
}

unsigned wide(void)
{
    return bit(31) + bit(32); //~ bad-shift
}

void over(void)
{
    char text[8];
    clear(text, 8);
    clear(text, 9); //~ out-of-bounds
}

int made(void)
{
    char *p = text_new(8);
    if (!p)
        return -1;
    p[8] = 1; //~ out-of-bounds
    free(p);
    return 0;
}

int found(void)
{
    int v[3] = {1, 2, 3};
    return first_below(v, 3, 2);
}
