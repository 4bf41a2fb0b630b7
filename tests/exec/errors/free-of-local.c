#include <stdlib.h>
int main(void)
{
    char b[10], *p = b;
    free(p); //~ invalid-free
    return 0;
}
