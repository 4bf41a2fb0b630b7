#include <stdlib.h>
static int is_null(const char *p) { return p == NULL; }
int main(void)
{
    char *p = malloc(1);
    free(p);
    return is_null(p); //~ use-after-free
}
