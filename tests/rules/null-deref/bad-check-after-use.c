// The length is taken before the pointer is compared with null.
// run: env -u SPEC_NAME ./a.out
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    const char *name = getenv("SPEC_NAME");
    size_t n = strlen(name); //~ null-deref
    if (name == NULL)
        return 0;
    printf("%s %zu\n", name, n);
    return 0;
}
