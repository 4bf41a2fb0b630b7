// run: --fail-alloc=2
#include <stdlib.h>
int main(void)
{
    int *p = malloc(4), *q = malloc(4);
    *p = 1;
    *q = 2; //~ null-deref
    return 0;
}
