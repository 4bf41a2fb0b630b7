// run: --leaks
#include <stdlib.h>
static char *kept;
int main(void)
{
    kept = malloc(3);
    char *p = malloc(5); //~ leak
    p[0] = 1;
    return 0;
}
