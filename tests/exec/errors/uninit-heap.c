#include <stdlib.h>
int main(void)
{
    short *p = malloc(2 * sizeof *p);
    ((char *)p)[2] = 1;
    int x = p[1]; //~ uninit
    free(p);
    return x;
}
