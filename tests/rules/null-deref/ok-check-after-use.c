// The pointer is compared with null before the length is taken.
// run: env -u SPEC_NAME ./a.out
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    const char *name = getenv("SPEC_NAME");
    if (name == NULL)
        return 0;
    size_t n = strlen(name);
    printf("%s %zu\n", name, n);
    return 0;
}
